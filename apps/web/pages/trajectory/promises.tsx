import { commitments, pledges } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useLayerNames } from '../../ui/layers.ts';
import { Section } from '../../ui/section.tsx';
import { CommitmentStatus, Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

/** The commitments of the layers, and the pledges that were made. */
export function Promises({ trajectory }: { readonly trajectory: string }) {
  const { t, day, word } = useWords();
  const about = useProgramme();
  const layerName = useLayerNames();
  return (
    <div className="halves">
      <Section title={t('nav.commitment')}>
        <Asked query={commitments(about)}>
          {({ items }) => (
            <ul className="rows">
              {items
                .filter((item) => item.trajectory === trajectory)
                .map(({ layer, commitment, late, facts }) => (
                  <li key={layer} className="row">
                    <span className="row__main">
                      <strong>{layerName(layer)}</strong>
                      <span className="row__note">
                        {facts.map(({ on, fact }) => `${word('commitmentFact', fact)} ${day(on)}`).join(', ')}
                      </span>
                    </span>
                    <CommitmentStatus step={commitment.step} late={late !== null} />
                  </li>
                ))}
            </ul>
          )}
        </Asked>
      </Section>
      <Section title={t('pledges.title')}>
        <Asked query={pledges(about)}>
          {({ items }) => {
            const own = items.filter((item) => item.trajectory === trajectory);
            if (own.length === 0) return <Empty>{t('pledges.empty')}</Empty>;
            return (
              <ul className="rows">
                {own.map(({ pledge, keeper, due, late, state }) => (
                  <li key={pledge} className="row">
                    <span className="row__main">
                      <strong>{word('role', keeper.role)}</strong>
                      {due !== null && <span className="row__note">{t('due', { day: day(due) })}</span>}
                    </span>
                    <Status tone={late !== null ? 'bad' : state.step === 'kept' ? 'good' : 'neutral'}>
                      {late !== null ? t('late.days', { days: late.days }) : word('pledge', state.step)}
                    </Status>
                  </li>
                ))}
              </ul>
            );
          }}
        </Asked>
      </Section>
    </div>
  );
}
