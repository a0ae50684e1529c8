import { useState } from 'react';
import { api } from '../../data/client.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useDirectCommand } from '../../data/direct-command.ts';
import { useDraft } from '../../data/draft.ts';
import { posting } from '../../data/posting.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { RoleInput } from '../../ui/facts/role-input.tsx';
import { ChoiceField, LineField, RecordForm, TextField } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

const ways = ['mail', 'phone', 'letter', 'in-person'] as const;

interface Props {
  readonly about: { over: string; name: string; trajectory: string | undefined; role: string };
  /** What the reminder says at first. */
  readonly beginning: string;
  readonly today: string;
  /** Whether mail can be sent from here. */
  readonly mayMail: boolean;
}

/** What is recorded of a reminder, however it went. */
interface Content {
  readonly role: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail is sent from here when there is a mail server; anything else, and mail sent by oneself, is recorded alone. */
export function RemindForm({ about, beginning, today, mayMail }: Props) {
  const { t, word } = useWords();
  const place = `${about.over}.remind`;
  const { name } = about;
  const draft = useDraft(place, {
    way: 'mail',
    role: about.role,
    subject: t('remind.subjectBegin', { name }),
    text: beginning,
  });
  const { way: chosen, ...content } = draft.values;
  const way = ways.find((each) => each === chosen) ?? 'mail';
  const sends = way === 'mail' && mayMail;
  // An address is typed, used and forgotten: it is in no draft.
  const [to, setTo] = useState('');
  const [answer, setAnswer] = useState<Recorded>();
  const action = t(sends ? 'remind.send' : 'remind.record');
  const onDone = (recorded: Recorded | undefined) => {
    draft.clear();
    setAnswer(recorded);
  };
  const record = useCommand({ what: action, draft: place, posting: useRecording({ about, today }), onDone });
  const mail = useMailing(about);
  // Also when the lead does not stay for it: what was sent must not stand ready to be sent again.
  const send = () => void mail.mutateAsync({ ...content, to }).then(onDone, () => undefined);
  const { isPending, error } = sends ? mail : record;
  const field = (at: keyof typeof content) => ({
    error,
    value: content[at],
    onChange: (value: string) => draft.change({ [at]: value }),
  });
  return (
    <>
      <RecordForm
        onSubmit={() => (sends ? send() : record.mutate({ ...content, way }))}
        isSending={isPending}
        error={error}
        action={action}
        draft={draft}
      >
        <ChoiceField
          label={t('remind.by')}
          name="by"
          error={error}
          value={way}
          onChange={(next) => draft.change({ way: next })}
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
        <RoleInput {...field('role')} label={t('remind.role')} name="role" />
        <LineField {...field('subject')} label={t('remind.subject')} name={sends ? 'subject' : 'title'} />
        <TextField {...field('text')} label={t('remind.text')} name="text" rows={8} />
        {way === 'mail' && !mayMail && <OwnMail subject={content.subject} text={content.text} />}
      </RecordForm>
      <Saved answer={answer} isWaiting={record.isWaiting} at="dossier-items" />
    </>
  );
}

function whereOf({ over, trajectory }: Props['about']) {
  return { about: over, ...(trajectory !== undefined && { trajectory }) };
}

function useRecording({ about, today }: Pick<Props, 'about' | 'today'>) {
  const { id: programme } = useProgramme();
  return ({ way, role, subject, text }: Content & { readonly way: (typeof ways)[number] }) =>
    posting('/v1/programmes/{id}/reminders', programme, {
      ...whereOf(about),
      ...{ occurredOn: today, title: subject, role, by: way, text },
    });
}

/**
 * Sent at once or not at all: an address must not wait on this device, and of a mail that may have gone the lead decides
 * whether it goes again.
 */
function useMailing(about: Props['about']) {
  const { id } = useProgramme();
  return useDirectCommand((content: Content & { readonly to: string }, headers) =>
    api.POST('/v1/programmes/{id}/reminder-mails', {
      params: { path: { id }, header: headers },
      body: { ...whereOf(about), ...content },
    }),
  );
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
