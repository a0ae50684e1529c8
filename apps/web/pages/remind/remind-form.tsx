import { useState } from 'react';
import { api } from '../../data/client.ts';
import { type CommandHeaders, type Recorded, useCommand } from '../../data/command.ts';
import { useDraft } from '../../data/storage.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { ChoiceField, LineField, RecordForm, TextField } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

const ways = ['mail', 'phone', 'letter', 'in-person'] as const;
type Way = (typeof ways)[number];

interface Props {
  readonly about: { over: string; name: string; trajectory: string | undefined; role: string };
  readonly today: string;
  /** Whether mail can be sent from here. */
  readonly mayMail: boolean;
}

interface Content {
  readonly way: Way;
  readonly to: string;
  readonly role: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail is sent from here when there is a mail server; anything else, and mail sent by oneself, is recorded alone. */
export function RemindForm({ about, today, mayMail }: Props) {
  const { t, word } = useWords();
  const [way, setWay] = useState<Way>('mail');
  const [to, setTo] = useState('');
  const [role, setRole] = useState(about.role);
  const [subject, setSubject] = useState(t('remind.subjectBegin', { name: about.name }));
  const [draft, setDraft] = useDraft(`samenspel.draft.remind.${about.over}`);
  const text = draft === '' ? t('remind.textBegin', { name: about.name }) : draft;
  const [answer, setAnswer] = useState<Recorded>();
  const sends = way === 'mail' && mayMail;
  const { mutate, isPending, error } = useCommand(useSending({ about, today, mayMail }), (recorded) => {
    setDraft('');
    setAnswer(recorded);
  });
  return (
    <>
      <RecordForm
        onSubmit={() => mutate({ way, to, role, subject, text })}
        isSending={isPending}
        error={error}
        action={t(sends ? 'remind.send' : 'remind.record')}
      >
        <ChoiceField
          label={t('remind.by')}
          name="by"
          error={error}
          value={way}
          onChange={(chosen) => setWay(ways.find((each) => each === chosen) ?? 'mail')}
          options={ways.map((each) => [each, word('remindBy', each)] as const)}
        />
        {sends && (
          <LineField
            label={t('remind.to')}
            name="to"
            error={error}
            value={to}
            onChange={setTo}
            hint={t('remind.toHint')}
          />
        )}
        <LineField
          label={t('remind.role')}
          name="role"
          error={error}
          value={role}
          onChange={setRole}
          hint={t('remind.roleHint')}
        />
        <LineField
          label={t('remind.subject')}
          name={sends ? 'subject' : 'title'}
          error={error}
          value={subject}
          onChange={setSubject}
        />
        <TextField label={t('remind.text')} name="text" error={error} value={text} onChange={setDraft} rows={8} />
        {way === 'mail' && !mayMail && <OwnMail subject={subject} text={text} />}
      </RecordForm>
      {answer !== undefined && (
        <Saved answer={answer} at="dossier-items" id={answer.id} onUndone={() => setAnswer(undefined)} />
      )}
    </>
  );
}

function useSending({ about, today, mayMail }: Props) {
  const { id: programme } = useProgramme();
  const { over, trajectory } = about;
  const where = { about: over, ...(trajectory !== undefined && { trajectory }) };
  return ({ way, to, role, subject, text }: Content, headers: CommandHeaders) => {
    const params = { path: { id: programme }, header: headers };
    if (way === 'mail' && mayMail) {
      return api.POST('/v1/programmes/{id}/reminder-mails', { params, body: { ...where, to, role, subject, text } });
    }
    const body = { ...where, occurredOn: today, title: subject, role, by: way, text };
    return api.POST('/v1/programmes/{id}/reminders', { params, body });
  };
}

/** Without a mail server the mail program of the lead takes the text over. */
function OwnMail({ subject, text }: { readonly subject: string; readonly text: string }) {
  const { t } = useWords();
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return (
    <p className="hint">
      {t('remind.noMail')} <a href={`mailto:?${query}`}>{t('remind.openMail')}</a>
    </p>
  );
}
