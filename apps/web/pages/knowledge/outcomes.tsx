import type { Indicator, Outcome } from '../../data/answers/knowledge.ts';
import { outcomesOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { mentions } from '../../ui/plain.ts';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Found, ItemLink } from './found.tsx';

const tones = { intended: 'neutral', achieved: 'good', 'not-achieved': 'bad' } as const;

/** What was to be different, and what was measured of it. */
export function Outcomes({ search }: { readonly search: string }) {
  const { t } = useWords();
  const texts = ({ title, organisation, indicators }: Outcome) => [
    title,
    organisation?.name,
    ...indicators.map(({ label }) => label),
  ];
  return (
    <Asked query={outcomesOf(useProgramme())} lines={6}>
      {({ outcomes, intended, achieved, notAchieved }) => (
        <>
          {intended > 0 && <p>{t('knowledge.outcomesSentence', { intended, achieved, notAchieved })}</p>}
          <Found
            all={outcomes}
            found={outcomes.filter((outcome) => mentions(search, texts(outcome)))}
            none="knowledge.noOutcomes"
          >
            {(outcome) => <OutcomeRow key={outcome.item} outcome={outcome} />}
          </Found>
        </>
      )}
    </Asked>
  );
}

function OutcomeRow({ outcome: { item, title, organisation, state, indicators } }: { readonly outcome: Outcome }) {
  const { t, word } = useWords();
  const rowOf = useIndicatorRow();
  return (
    <li className="row">
      <span className="row__main">
        <ItemLink item={item}>{title}</ItemLink>
        {organisation !== null && <span className="row__note">{organisation.name}</span>}
      </span>
      <Status tone={tones[state as keyof typeof tones] ?? 'neutral'}>{word('outcomeState', state)}</Status>
      {indicators.length > 0 && (
        <div className="row__form">
          <FigureTable
            caption={t('knowledge.indicators', { title })}
            heads={[
              t('knowledge.target'),
              t('knowledge.baseline'),
              t('knowledge.interim'),
              t('knowledge.end'),
              t('knowledge.after'),
              t('knowledge.reached'),
            ]}
            rows={indicators.map(rowOf)}
          />
        </div>
      )}
    </li>
  );
}

function useIndicatorRow() {
  const { t } = useWords();
  return ({ label, unit, target, baseline, interim, end, after, reached }: Indicator) =>
    [
      unit === null ? label : t('knowledge.unit', { label, unit }),
      target ?? t('none'),
      baseline?.value ?? t('none'),
      interim?.value ?? t('none'),
      end?.value ?? t('none'),
      after?.value ?? t('none'),
      reached === null ? t('knowledge.unknown') : t(reached ? 'yes' : 'no'),
    ] as const;
}
