import { missing } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { silencesOf } from './attention.ts';

/** Organisations that were not spoken to for longer than the programme wants, with the reason of the API. */
export function Silences() {
  const { t, pick } = useWords();
  return (
    <Section title={t('silence.title')}>
      <Asked query={missing(useProgramme())} lines={1}>
        {({ items }) => {
          const silences = silencesOf(items);
          if (silences.length === 0) return <Empty>{t('silence.empty')}</Empty>;
          return (
            <ul className="rows">
              {silences.map((silence) => (
                <li key={silence.about} className="row">
                  <span className="row__main">
                    <strong>{silence.organisation?.name}</strong> {pick(silence)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}
