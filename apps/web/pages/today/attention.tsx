import { useState } from 'react';
import type { Standing } from '../../data/answers/progress.ts';
import { Empty, Skeleton } from '../../ui/asked.tsx';
import { Choices } from '../../ui/choices.tsx';
import { useLayerNames } from '../../ui/layers.ts';
import { RemindOfPledge } from '../../ui/remind-of-pledge.tsx';
import { Remind } from '../../ui/reminders.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusShape, toneOf } from '../../ui/status.tsx';
import { usePledgeTexts } from '../../ui/told-texts.ts';
import { useWords } from '../../ui/words.tsx';
import { AskedAgreements } from './asked-agreements.tsx';
import { type Concern, concernsOf, type Matter } from './attention.ts';
import { WhereItStands } from './where-it-stands.tsx';

/** Who asks for attention, with every reason and the way there; undefined as long as the standings are asked. */
export function Attention({ standings }: { readonly standings: readonly Standing[] | undefined }) {
  const { t } = useWords();
  return (
    <Section title={t('attention.title')}>
      <AskedAgreements lines={3}>
        {(agreements) =>
          standings === undefined ? (
            <Skeleton lines={3} />
          ) : (
            <Concerns concerns={concernsOf({ standings, ...agreements })} />
          )
        }
      </AskedAgreements>
    </Section>
  );
}

/** So many are read at a glance. */
const few = 5;
const all = 'all';

function Concerns({ concerns }: { readonly concerns: readonly Concern[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState('');
  if (concerns.length === 0) return <Empty>{t('attention.empty')}</Empty>;
  return (
    <>
      <ul className="rows">
        {(open === all ? concerns : concerns.slice(0, few)).map((concern) => (
          <ConcernRow key={concern.key} concern={concern} />
        ))}
      </ul>
      {concerns.length > few && (
        <div className="below">
          <Choices
            choices={[[all, t('attention.all', { count: concerns.length })]]}
            open={open}
            onOpen={setOpen}
            isSmall
          />
        </div>
      )}
    </>
  );
}

function ConcernRow({ concern }: { readonly concern: Concern }) {
  const { t } = useWords();
  const reason = useReason();
  const { name, trajectory } = concern;
  const [gravest, ...others] = concern.matters;
  if (gravest === undefined) return null;
  return (
    <li className="row">
      <StatusShape tone={gravest.about === 'status' ? toneOf(gravest.status) : 'bad'} />
      <span className="row__main">
        <strong>{name}</strong> {reason(gravest)}
        {others.map((matter) => (
          <span key={matter.about === 'pledge' ? matter.pledge.pledge : reason(matter)} className="row__note">
            {reason(matter)} <RemindOf matter={matter} concern={concern} />
          </span>
        ))}
      </span>
      <RemindOf matter={gravest} concern={concern} />
      <WhereItStands className="row__action" trajectory={trajectory}>
        {t('look')} <span className="hidden">{name}</span>
      </WhereItStands>
    </li>
  );
}

interface RemindProps {
  readonly matter: Matter;
  readonly concern: Concern;
}

/** A commitment or a pledge that is late is waited for; a status is not. */
function RemindOf({ matter, concern: { name, trajectory } }: RemindProps) {
  const layerName = useLayerNames();
  if (matter.about === 'status') return null;
  if (matter.about === 'pledge') return <RemindOfPledge pledge={matter.pledge} />;
  const over = `commitment:${trajectory}/${matter.layer}`;
  return <Remind over={over} name={`${name}, ${layerName(matter.layer)}`} trajectory={trajectory} />;
}

function useReason(): (matter: Matter) => string {
  const { t, word, pick } = useWords();
  const layerName = useLayerNames();
  const pledged = usePledgeTexts();
  return (matter) => {
    if (matter.about === 'status') return pick(matter.reason);
    const { days } = matter;
    if (matter.about === 'commitment') return t('attention.commitment', { layer: layerName(matter.layer), days });
    const role = word('role', matter.pledge.keeper.role);
    const what = pledged(matter.pledge);
    return what === undefined ? t('attention.pledge', { role, days }) : t('attention.pledged', { role, days, what });
  };
}
