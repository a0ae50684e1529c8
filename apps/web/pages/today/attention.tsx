import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Standing } from '../../data/answers/progress.ts';
import { commitments, pledges } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty, Skeleton } from '../../ui/asked.tsx';
import { useLayerNames } from '../../ui/layers.ts';
import { Remind } from '../../ui/reminders.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusShape, toneOf } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { type Matter, mattersOf } from './attention.ts';

/** At most five matters that ask for attention, each with its reason and the way to it; undefined as long as they are asked. */
export function Attention({ standings }: { readonly standings: readonly Standing[] | undefined }) {
  const { t } = useWords();
  const about = useProgramme();
  const late = useQuery(commitments(about)).data;
  const promised = useQuery(pledges(about)).data;
  const isKnown = late !== undefined && promised !== undefined && standings !== undefined;
  const matters = isKnown ? mattersOf({ standings, commitments: late.data.items, pledges: promised.data.items }) : [];
  return (
    <Section title={t('attention.title')}>
      {!isKnown && <Skeleton lines={3} />}
      {isKnown && matters.length === 0 && <Empty>{t('attention.empty')}</Empty>}
      <ul className="rows">
        {matters.map((matter) => (
          <MatterRow key={`${matter.about}${matter.name}${matter.trajectory}`} matter={matter} />
        ))}
      </ul>
    </Section>
  );
}

function MatterRow({ matter }: { readonly matter: Matter }) {
  const { t } = useWords();
  const { id } = useProgramme();
  const reason = useReason()(matter);
  return (
    <li className="row">
      <StatusShape tone={matter.about === 'status' ? toneOf(matter.status) : 'bad'} />
      <span className="row__main">
        <strong>{matter.name}</strong> {reason}
      </span>
      <RemindOf matter={matter} />
      {matter.trajectory !== null && (
        <Link
          className="row__action"
          to="/programmas/$programme/deelnames/$trajectory"
          params={{ programme: id, trajectory: matter.trajectory }}
          search={keepPast}
        >
          {t('look')} <span className="hidden">{matter.name}</span>
        </Link>
      )}
    </li>
  );
}

/** A commitment or a pledge that is late is waited for; a status is not. */
function RemindOf({ matter }: { readonly matter: Matter }) {
  const layerName = useLayerNames();
  if (matter.about === 'status') return null;
  const { name, trajectory } = matter;
  if (matter.about === 'pledge') {
    return <Remind over={`pledge:${matter.pledge}`} name={name} trajectory={trajectory} role={matter.role} />;
  }
  const over = `commitment:${trajectory}/${matter.layer}`;
  return <Remind over={over} name={`${name}, ${layerName(matter.layer)}`} trajectory={trajectory} />;
}

function useReason(): (matter: Matter) => string {
  const { t, word, pick } = useWords();
  const layerName = useLayerNames();
  return (matter) => {
    if (matter.about === 'status') return pick(matter.reason);
    if (matter.about === 'pledge') return t('attention.pledge', { role: word('role', matter.role), days: matter.days });
    return t('attention.commitment', { layer: layerName(matter.layer), days: matter.days });
  };
}
