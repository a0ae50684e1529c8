import { regions } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';

/** Per region the places, the waiting list and what is asked for, with what it means for a next network. */
export function Demand() {
  const { t, pick } = useWords();
  return (
    <Asked query={regions(useProgramme())}>
      {(data) => (
        <>
          {data.regions.length === 0 && <Empty>{t('demand.empty')}</Empty>}
          {data.regions.map(({ region, interest, applications, networks, reason }) => (
            <article key={region} className="region">
              <h3>{region}</h3>
              {networks.map((network) => (
                <dl key={network.network} className="facts">
                  <Fact
                    name={t('demand.places')}
                    value={t('demand.placesOf', { places: network.places, target: network.target })}
                  />
                  <Fact name={t('demand.free')} value={network.free} />
                  <Fact name={t('demand.waiting')} value={network.waiting} />
                </dl>
              ))}
              <dl className="facts">
                <Fact name={t('demand.interest')} value={interest} />
                <Fact name={t('demand.applications')} value={applications} />
              </dl>
              <p>{pick(reason)}</p>
            </article>
          ))}
        </>
      )}
    </Asked>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
