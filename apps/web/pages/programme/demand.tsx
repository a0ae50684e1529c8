import { regions } from '../../data/ask.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { NetworkPeople } from './network-people.tsx';

/** Per region the places, the waiting list and what is asked for, with what it means for a next network. */
export function Demand() {
  const { t, pick } = useWords();
  const mayRecord = useMayRecord();
  return (
    <Asked query={regions(useProgramme())}>
      {(data, { basis }) => (
        <>
          {data.regions.length === 0 && <Empty>{t('demand.empty')}</Empty>}
          {data.regions.map(({ region, interest, applications, networks, reason }) => (
            <article key={region} className="region">
              <h3>{region}</h3>
              {networks.map((network) => (
                <div key={network.network}>
                  {networks.length > 1 && <h4>{network.name}</h4>}
                  <dl className="facts">
                    <Fact
                      name={t('demand.places')}
                      value={t('demand.placesOf', { places: network.places, target: network.target })}
                    />
                    <Fact name={t('demand.free')} value={network.free} />
                    <Fact name={t('demand.waiting')} value={network.waiting} />
                  </dl>
                  {mayRecord && <NetworkPeople network={network.network} today={basis.validOn} />}
                </div>
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
