import { useState } from 'react';
import { api } from '../../data/client.ts';
import { ApiProblem, problemOf } from '../../data/problem.ts';
import { signIn, whyEnded } from '../../data/session.ts';
import { readToken } from '../../data/token.ts';
import { RecordForm, TextField } from '../../ui/form.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';

/** Signing in with a token, which is tried at the API before it is kept. */
export function SignInPage() {
  const { t } = useWords();
  const [token, setToken] = useState('');
  const [error, setError] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);
  const submit = async () => {
    setIsSending(true);
    setError(undefined);
    try {
      await enter(token.trim(), t('signIn.notAToken'));
    } catch (problem) {
      setError(problem);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <div className="narrow">
      <PageTitle title={t('signIn.title')} lead={<p>{t('signIn.lead')}</p>} />
      <Ended />
      <RecordForm onSubmit={() => void submit()} isSending={isSending} error={error} action={t('signIn.action')}>
        <TextField label={t('signIn.token')} name="token" error={error} value={token} onChange={setToken} rows={4} />
      </RecordForm>
      <p className="hint">{t('signIn.hint')}</p>
    </div>
  );
}

/** That one has to sign in again, and why; nothing when one comes for the first time. */
function Ended() {
  const { t } = useWords();
  const code = whyEnded();
  if (code === undefined) return null;
  return (
    <p className="record__failure signed-out" role="alert">
      {t(code === 'token-expired' ? 'signIn.expired' : 'signIn.refused')}
    </p>
  );
}

/** @throws ApiProblem when it is no token, or one that the API does not accept */
async function enter(token: string, notAToken: string): Promise<void> {
  const session = readToken(token);
  if (session === undefined)
    throw new ApiProblem(400, 'not-a-token', notAToken, [{ field: 'token', code: 'not-a-token', detail: notAToken }]);
  const { response, error } = await api.GET('/v1/programmes', { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw problemOf(response, error);
  signIn(session);
}
