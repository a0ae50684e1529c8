import type { Milestone, Standing } from '../../data/answers/progress.ts';
import { Section } from '../../ui/section.tsx';
import { NextStep } from '../../ui/standings-table.tsx';
import { ProgressStatus, Status, toneOf } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly standing: Standing;
  readonly today: string;
}

/** Where it stands: the status with its reasons, the lead's own judgement beside it, the milestones, the next step. */
export function StandingPart({ standing, today }: Props) {
  const { t, day, pick, word } = useWords();
  const { progress, judgement, lastContact } = standing;
  return (
    <Section title={t('standing.title')}>
      <dl className="facts">
        <div>
          <dt>{t('column.status')}</dt>
          <dd>
            <ProgressStatus status={progress.measured ? progress.status : 'none'} />
          </dd>
        </div>
        <div>
          <dt>{t('column.judgement')}</dt>
          <dd>
            {judgement === null ? (
              t('none')
            ) : (
              <>
                <Status tone={toneOf(judgement.judgement)}>{word('status', judgement.judgement)}</Status>
                <span className="row__note">{day(judgement.on)}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('column.next')}</dt>
          <dd>
            <NextStep standing={standing} />
          </dd>
        </div>
        <div>
          <dt>{t('standing.lastContact')}</dt>
          <dd>
            {lastContact === null ? t('none') : `${day(lastContact.on)}, ${word('contactKind', lastContact.kind)}`}
          </dd>
        </div>
      </dl>
      {progress.measured && (
        <>
          <ul className="reasons">
            {progress.reasons.map((reason) => (
              <li key={reason.nl}>{pick(reason)}</li>
            ))}
          </ul>
          <Milestones milestones={progress.milestones} today={today} />
        </>
      )}
    </Section>
  );
}

function Milestones({ milestones, today }: { readonly milestones: readonly Milestone[]; readonly today: string }) {
  const { t, day, pick } = useWords();
  return (
    <ol className="milestones" aria-label={t('standing.milestones')}>
      {milestones
        .filter(({ asked }) => asked)
        .map(({ key, label, due, reachedOn }) => {
          const isLate = reachedOn === null && due !== null && due < today;
          return (
            <li key={key}>
              <Status tone={reachedOn !== null ? 'good' : isLate ? 'bad' : 'neutral'}>
                {t(reachedOn !== null ? 'milestone.reached' : isLate ? 'milestone.late' : 'milestone.open')}
              </Status>
              <span>{pick(label)}</span>
              <span className="row__note">
                {reachedOn !== null ? day(reachedOn) : due !== null && t('due', { day: day(due) })}
              </span>
            </li>
          );
        })}
    </ol>
  );
}
