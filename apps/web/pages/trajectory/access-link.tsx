import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { programme } from '../../data/ask.ts';
import { mailThere } from '../../data/ask-reminders.ts';
import { api } from '../../data/client.ts';
import { useCommand } from '../../data/command.ts';
import { useDirectCommand } from '../../data/direct-command.ts';
import { posting } from '../../data/posting.ts';
import { linkOf } from '../../data/taking-part.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Failure, Skeleton } from '../../ui/asked.tsx';
import { LineField, RecordForm, TextField } from '../../ui/form.tsx';
import { Told } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly access: string;
  /** The organisation that takes part. */
  readonly name: string;
  readonly until: string;
  readonly today: string;
}

/** The link of an access, to copy or to mail. It is asked when this is opened and kept nowhere. */
export function AccessLink({ today, ...about }: Props) {
  const { access } = about;
  const mail = useQuery(mailThere());
  const link = useQuery({
    queryKey: ['access-link', access],
    queryFn: () => linkOf(access),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.error !== null) return <Failure error={link.error} />;
  if (link.data === undefined || mail.data === undefined) return <Skeleton lines={3} />;
  return (
    <>
      <Copy access={access} link={link.data} today={today} />
      <Letter {...about} link={link.data} mayMail={mail.data.available} />
    </>
  );
}

interface CopyProps extends Pick<Props, 'access' | 'today'> {
  readonly link: string;
}

/** To be given in the lead's own way, which the lead then records. */
function Copy({ access, link, today }: CopyProps) {
  const { t } = useWords();
  const field = useId();
  const [isCopied, setIsCopied] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  // A browser that does not let it be copied leaves it selected, to be copied by hand.
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setIsCopied(true),
      () => address.current?.select(),
    );
  const gave = useCommand({
    what: t('access.gave'),
    posting: () =>
      posting('/v1/dossier-items/{id}/participation-links-sent', access, { occurredOn: today, by: 'other' }),
  });
  return (
    <div className="record">
      <label htmlFor={field}>{t('access.address')}</label>
      <p className="hint" id={`${field}-hint`}>
        {t('access.hint')}
      </p>
      <input
        ref={address}
        id={field}
        className="utrecht-textbox utrecht-textbox--html-input"
        readOnly
        value={link}
        aria-describedby={`${field}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="record__actions">
        {/* Browsers give the clipboard only where the line is secure; elsewhere the address is selected by a click. */}
        {'clipboard' in navigator && (
          <button type="button" className="choice" onClick={copy}>
            {t('access.copy')}
          </button>
        )}
        <button type="button" className="choice" disabled={gave.isPending} onClick={() => gave.mutate(undefined)}>
          {t('access.gave')}
        </button>
        <span role="status">{isCopied && t('access.copied')}</span>
      </div>
      {gave.error !== null && <Failure error={gave.error} />}
      <Told answer={gave.data?.answer} isWaiting={gave.isWaiting} />
    </div>
  );
}

interface LetterProps extends Omit<Props, 'today'> {
  readonly link: string;
  readonly mayMail: boolean;
}

/** The mail as the lead wants it; without a mail server the mail program of the lead takes it over. */
function Letter({ access, name, until, link, mayMail }: LetterProps) {
  const { t, day } = useWords();
  const about = useProgramme();
  const called = useQuery(programme(about)).data?.data.name ?? '';
  // An address is typed, used and forgotten.
  const [to, setTo] = useState('');
  const [subject, setSubject] = useState<string>();
  const [text, setText] = useState<string>();
  const letter = {
    subject: subject ?? t('access.subject', { programme: called }),
    text: text ?? t('access.text', { name, programme: called, day: day(until), link: '{link}' }),
  };
  const { mutate, data, error, isPending } = useDirectCommand(
    (content: typeof letter & { to: string; pages: string }, headers) =>
      api.POST('/v1/participation-accesses/{id}/link-mails', {
        params: { path: { id: access }, header: headers },
        body: content,
      }),
  );
  if (!mayMail) {
    const body = letter.text.replaceAll('{link}', link);
    const query = `subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(body)}`;
    return (
      <p className="hint">
        {t('access.noMail')} <a href={`mailto:?${query}`}>{t('remind.openMail')}</a>
      </p>
    );
  }
  return (
    <>
      <RecordForm
        onSubmit={() => mutate({ ...letter, to, pages: location.origin })}
        isSending={isPending}
        error={error}
        action={t('access.mail')}
      >
        <LineField
          label={t('remind.to')}
          name="to"
          error={error}
          value={to}
          onChange={setTo}
          hint={t('remind.toHint')}
        />
        <LineField
          label={t('remind.subject')}
          name="subject"
          error={error}
          value={letter.subject}
          onChange={setSubject}
        />
        <TextField label={t('remind.text')} name="text" error={error} value={letter.text} onChange={setText} rows={9} />
        <p className="hint">{t('access.place', { linkPlace: '{link}' })}</p>
      </RecordForm>
      <Told answer={data} isWaiting={false} />
    </>
  );
}
