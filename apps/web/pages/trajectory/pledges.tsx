import { pledges } from '../../data/ask.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { PledgeRow } from './pledge-row.tsx';

/** The pledges of one trajectory, with what can become of those that are still to be kept. */
export function Pledges({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  return (
    <Section title={t('pledges.title')}>
      <Asked query={pledges(useProgramme())}>
        {({ items }, { basis }) => {
          const own = items.filter((item) => item.trajectory === trajectory);
          if (own.length === 0) return <Empty>{t('pledges.empty')}</Empty>;
          return (
            <ul className="rows">
              {own.map((pledge) => (
                <PledgeRow key={pledge.pledge} pledge={pledge} today={mayRecord ? basis.validOn : undefined} />
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}
