import { commitments } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useLayerNames } from '../../ui/layers.ts';
import { Section } from '../../ui/section.tsx';
import { CommitmentStatus } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Pledges } from './pledges.tsx';

/** The commitments of the layers, and the pledges that were made. */
export function Promises({ trajectory }: { readonly trajectory: string }) {
  const { t, day, word } = useWords();
  const about = useProgramme();
  const layerName = useLayerNames();
  return (
    <div className="halves">
      <Section title={t('nav.commitment')}>
        <Asked query={commitments(about)}>
          {({ items }) => {
            const own = items.filter((item) => item.trajectory === trajectory);
            if (own.length === 0) return <Empty>{t('matrix.empty')}</Empty>;
            return (
              <ul className="rows">
                {own.map(({ layer, commitment, late, facts }) => (
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
            );
          }}
        </Asked>
      </Section>
      <Pledges trajectory={trajectory} />
    </div>
  );
}
