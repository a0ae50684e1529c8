import { useQuery } from '@tanstack/react-query';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { regions } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../../ui/words.tsx';

/** How many places there are, given, held and free, who waits, and what the region asks beyond them. */
export function Places({ network }: { readonly network: NetworkDetail }) {
  const { t, pick } = useWords();
  const demand = useQuery(regions(useProgramme())).data?.data.regions;
  const region = demand?.find(({ region: name }) => name === network.region);
  const { places, held, waiting, target, free } = network;
  const facts = [
    [t('demand.places'), t('demand.placesOf', { places: places.length, target })],
    [t('groups.held'), held.length],
    [t('demand.free'), free],
    [t('demand.waiting'), waiting.length],
    ...(region === undefined
      ? []
      : [[t('demand.interest'), region.interest] as const, [t('demand.applications'), region.applications] as const]),
  ] as const;
  return (
    <>
      <dl className="facts">
        {facts.map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {region !== undefined && <p className="hint">{pick(region.reason)}</p>}
    </>
  );
}
