import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KindFact } from '../../data/answers/dossier.ts';
import type { Meeting } from '../../data/answers/follow.ts';
import { itemKinds } from '../../data/ask-dossier.ts';
import { hasDraft } from '../../data/draft.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Choices } from '../../ui/choices.tsx';
import { CommandForm } from '../../ui/facts/command-form.tsx';
import { commandDraft } from '../../ui/facts/commands.ts';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import { fieldsOf } from '../../ui/facts/schema-fields.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { meetingCommands } from './commands.ts';

const action = 'do.agreeAction';
const actionPath = 'actions-agreed';

interface Props {
  readonly meeting: Meeting;
  readonly today: string;
}

/** What can be recorded here, one form at a time: that it was held, with its minutes, and the actions that were agreed. */
export function Record({ meeting: { meeting, date, heldOn }, today }: Props) {
  const { t } = useWords();
  const labels = [...meetingCommands.map(({ label }) => label), action] as const;
  const [open, setOpen] = useState(() => labels.find((key) => hasDraft(commandDraft(meeting, key))) ?? '');
  const command = meetingCommands.find(({ key }) => key === open);
  // Asked with the page, so that the form is there when the connection is not.
  const kinds = useQuery(itemKinds()).data ?? [];
  const agreed = kinds.flatMap(({ facts }) => facts).find(({ path }) => path === actionPath);
  return (
    <Section title={t('record.title')}>
      <Choices
        choices={labels.map((label) => [label, t(label)])}
        open={open}
        onOpen={setOpen}
        legend={t('record.title')}
        isSmall
      />
      {command !== undefined && (
        <CommandForm
          key={open}
          command={command}
          id={meeting}
          today={command.key === 'do.holdMeeting' ? (heldOn ?? date) : today}
        />
      )}
      {open === action && agreed !== undefined && <ActionForm fact={agreed} meeting={meeting} today={heldOn ?? date} />}
    </Section>
  );
}

interface ActionProps {
  readonly fact: KindFact;
  readonly meeting: string;
  readonly today: string;
}

/** An action of the dossier that belongs to the meeting. */
function ActionForm({ fact, meeting, today }: ActionProps) {
  const { t } = useWords();
  const { id: programme } = useProgramme();
  return (
    <FactForm
      fields={fieldsOf(fact.body).filter(({ name }) => name !== 'meeting')}
      given={{ occurredOn: today, role: 'lead' }}
      action={t('do.action', { what: t(action).toLowerCase() })}
      draft={commandDraft(meeting, action)}
      at="dossier-items"
      posting={(content) => ({
        address: `/v1/programmes/${programme}/${actionPath}`,
        content: { ...content, meeting },
      })}
    />
  );
}
