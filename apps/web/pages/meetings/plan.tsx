import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeDetail } from '../../data/answers/programme.ts';
import { programme } from '../../data/ask.ts';
import { hasDraft } from '../../data/draft.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Choices } from '../../ui/choices.tsx';
import { addressed, commandDraft } from '../../ui/facts/commands.ts';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import { useWords } from '../../ui/words.tsx';
import { planFields, planPath } from './plan-fields.ts';

const key = 'do.planMeeting';

/** Plans a meeting behind a button, of a network or of the whole programme. */
export function PlanMeeting() {
  const { t } = useWords();
  const { data } = useQuery(programme(useProgramme()));
  const { id } = useProgramme();
  const [open, setOpen] = useState(() => (hasDraft(commandDraft(id, key)) ? key : ''));
  return (
    <>
      <Choices choices={[[key, t('meetings.plan')]]} open={open} onOpen={setOpen} legend={t('record.title')} />
      {open === key && data !== undefined && (
        <div className="choices__form">
          <PlanForm programme={data.data} today={data.basis.validOn} />
        </div>
      )}
    </>
  );
}

interface Props {
  readonly programme: ProgrammeDetail;
  readonly today: string;
}

function PlanForm({ programme: { programme: id, networks, from, until }, today }: Props) {
  const { t } = useWords();
  const [only] = networks;
  return (
    <FactForm
      fields={planFields({ min: from, max: until })}
      given={{ occurredOn: today, network: networks.length === 1 ? (only?.network ?? '') : '' }}
      action={t('do.action', { what: t(key).toLowerCase() })}
      draft={commandDraft(id, key)}
      at="meetings"
      posting={({ network, ...content }) =>
        typeof network === 'string'
          ? addressed(planPath.network, network, content)
          : addressed(planPath.programme, id, content)
      }
      after={({ id: meeting }) => (
        <p>
          <Link
            to="/programmas/$programme/bijeenkomsten/$meeting"
            params={{ programme: id, meeting }}
            search={keepPast}
          >
            {t('meetings.open')}
          </Link>
        </p>
      )}
    />
  );
}
