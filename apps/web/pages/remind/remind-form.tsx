import { useState } from 'react';
import { type Recorded, useCommand } from '../../data/command.ts';
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

interface Content {
  readonly way: (typeof ways)[number];
  readonly to: string;
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
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: action,
    draft: place,
    posting: usePosting({ about, today, mayMail }),
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
    },
  });
  const field = (at: keyof typeof content) => ({
    error,
    value: content[at],
    onChange: (value: string) => draft.change({ [at]: value }),
  });
  return (
    <>
      <RecordForm
        onSubmit={() => mutate({ ...content, way, to })}
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
      <Saved answer={answer} isWaiting={isWaiting} at="dossier-items" />
    </>
  );
}

function usePosting({ about, today, mayMail }: Omit<Props, 'beginning'>) {
  const { id: programme } = useProgramme();
  const { over, trajectory } = about;
  const where = { about: over, ...(trajectory !== undefined && { trajectory }) };
  return ({ way, to, role, subject, text }: Content) => {
    if (way === 'mail' && mayMail) {
      return posting('/v1/programmes/{id}/reminder-mails', programme, { ...where, to, role, subject, text });
    }
    const content = { ...where, occurredOn: today, title: subject, role, by: way, text };
    return posting('/v1/programmes/{id}/reminders', programme, content);
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
