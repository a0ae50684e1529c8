import { reachOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useWords } from '../../ui/words.tsx';
import { NothingYet } from './found.tsx';

/** How many were reached, of how many, by level and organisation. */
export function Reach() {
  const { t, day } = useWords();
  return (
    <Asked query={reachOf(useProgramme())} lines={4}>
      {({ levels }) => {
        if (levels.length === 0) return <NothingYet none="knowledge.noReach" />;
        return levels.map(({ level, reached, of, percent, organisations }) => (
          <FigureTable
            key={level}
            caption={t('knowledge.reachOf', { level, reached, of, percent: percent ?? 0 })}
            heads={[t('knowledge.people'), t('knowledge.share'), t('knowledge.countedOn')]}
            rows={organisations.map((one) => [
              one.organisation?.name ?? t('capture.programme'),
              t('knowledge.reachedOf', { reached: one.reached, of: one.of }),
              one.percent === null ? t('none') : `${one.percent}%`,
              day(one.on),
            ])}
          />
        ));
      }}
    </Asked>
  );
}
