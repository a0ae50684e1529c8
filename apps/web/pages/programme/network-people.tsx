import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { progress } from '../../data/ask.ts';
import { network as networkAsked } from '../../data/ask-groups.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Choices } from '../../ui/choices.tsx';
import { decisionsFor } from '../../ui/decisions/commands.ts';
import { Decisions, usePlaceWords } from '../../ui/decisions/decisions.tsx';
import { placeIn } from '../../ui/decisions/place.ts';
import { begunOf, CommandChoices } from '../../ui/facts/command-choices.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { changePlaces } from './commands.ts';
import { inLine } from './in-line.ts';

/** Who has a place, holds one, waits or is to be decided about, in that order, with the decisions that fit each. */
export function NetworkPeople({ network, today }: { readonly network: string; readonly today: string }) {
  const { t } = useWords();
  const about = useProgramme();
  const standings = useQuery(progress(about)).data?.data.items ?? [];
  return (
    <Asked query={networkAsked({ id: network, day: about.day })} lines={2}>
      {(detail) => {
        const people = inLine(detail, standings);
        return (
          <>
            {people.length === 0 && <Empty>{t('demand.nobody')}</Empty>}
            <ul className="rows" aria-label={t('demand.people', { name: detail.name })}>
              {people.map((standing) => (
                <PersonRow key={standing.trajectory} detail={detail} standing={standing} today={today} />
              ))}
            </ul>
            <div className="region__change">
              <CommandChoices
                commands={[changePlaces]}
                legend={t('demand.changes', { name: detail.name })}
                id={network}
                today={today}
                given={() => ({
                  minimum: String(detail.minimum),
                  target: String(detail.target),
                  maximum: String(detail.maximum),
                })}
              />
            </div>
          </>
        );
      }}
    </Asked>
  );
}

interface Props {
  readonly detail: NetworkDetail;
  readonly standing: Standing;
  readonly today: string;
}

function PersonRow({ detail, standing, today }: Props) {
  const { t } = useWords();
  const placeWords = usePlaceWords();
  const { trajectory, organisation, participation } = standing;
  const place = placeIn(detail, trajectory);
  const decisions = decisionsFor(participation.step, place);
  const [open, setOpen] = useState(() => (begunOf(decisions, detail.network, { trajectory }) ? 'decide' : ''));
  return (
    <li className="row">
      <span className="row__main">
        <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
      </span>
      <span>{placeWords(place, participation.step)}</span>
      {(decisions.length > 0 || open !== '') && (
        <Choices
          choices={[['decide', t('decide.decide')]]}
          open={open}
          onOpen={setOpen}
          legend={t('decide.legend', { name: organisation.name })}
          isInRow
        />
      )}
      {open !== '' && (
        <div className="row__form">
          <Decisions
            network={detail}
            trajectory={trajectory}
            name={organisation.name}
            step={participation.step}
            today={today}
          />
        </div>
      )}
    </li>
  );
}
