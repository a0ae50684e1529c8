import { addDays } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import { idOf, sealed, type Told } from './events.ts';
import { because, type Made, type Place } from './random-events.ts';

type Content = Pick<Told, 'type' | 'data'>;

/** A trajectory has two items of each kind in the dossier. */
export function randomItem(trajectory: string, kind: string, which: number): string {
  return idOf(`${trajectory} ${kind} ${which % 2}`);
}

/** Every fact about an item names what its beginning names: here the trajectory and its organisation. */
function ofItem(place: Place, kind: string, content: Content, more: readonly Subject[] = []): Made {
  const item = randomItem(place.trajectory, kind, place.which);
  const own: Subject[] = [`item:${item}`, `trajectory:${place.trajectory}`, `organisation:${place.organisation}`];
  return { ...content, stream: `item-${item}`, about: [...own, ...more] };
}

function beginning({ programme, trajectory, organisation, which }: Place, kind: string) {
  return { item: randomItem(trajectory, kind, which), programme, trajectory, organisation };
}

/** One in three themes is gathered in a meeting. */
function gathered(place: Place): Made {
  const { meeting, which } = place;
  const data = { ...beginning(place, 'theme'), title: `Theme ${which}` };
  if (which % 3 > 0) return ofItem(place, 'theme', { type: 'theme.gathered.v1', data });
  return ofItem(place, 'theme', { type: 'theme.gathered.v1', data: { ...data, meeting } }, [`meeting:${meeting}`]);
}

/** What can be told of any kind, of a theme. Another item that it is linked to is no subject. */
function ofAnyKind(place: Place): Made {
  const { trajectory, organisation, which } = place;
  const about = (content: Content) => ofItem(place, 'theme', content);
  if (which % 3 === 0) return about({ type: 'item.publication-set.v1', data: { level: 'public', ...because } });
  if (which % 3 === 1) return about({ type: 'item.transferred.v1', data: { role: 'adviser', organisation } });
  return about({ type: 'item.linked.v1', data: { items: [randomItem(trajectory, 'action', which)] } });
}

/** Facts about a handful of kinds of items: with and without a title, with a term that moves, with amounts, with members. */
export const itemKinds: readonly ((place: Place) => Made)[] = [
  gathered,
  (p) => ofItem(p, 'theme', { type: 'theme.chosen.v1', data: p.which % 2 === 0 ? {} : because }),
  (p) => ofItem(p, 'theme', { type: 'theme.parked.v1', data: because }),
  (p) => ofItem(p, 'theme', { type: 'theme.closed.v1', data: {} }),
  ofAnyKind,
  (p) => {
    const data = {
      ...beginning(p, 'action'),
      role: 'adviser',
      due: addDays(p.day, p.which % 40),
      what: sealed('call'),
    };
    return ofItem(p, 'action', { type: 'action.agreed.v1', data });
  },
  (p) => ofItem(p, 'action', { type: 'action.handed-over.v1', data: { role: 'secretary', ...because } }),
  (p) => ofItem(p, 'action', { type: 'action.postponed.v1', data: { to: addDays(p.day, 10 + p.which), ...because } }),
  (p) => ofItem(p, 'action', { type: 'action.done.v1', data: { evidence: { reference: `case ${p.which}` } } }),
  (p) => {
    const promised = { sort: 'hours', role: 'adviser', amount: 10 * p.which, what: sealed('an expert') } as const;
    const data = { ...beginning(p, 'contribution'), ...promised };
    return ofItem(p, 'contribution', { type: 'contribution.promised.v1', data });
  },
  (p) => ofItem(p, 'contribution', { type: 'contribution.partly-delivered.v1', data: { amount: p.which } }),
  (p) => ofItem(p, 'contribution', { type: 'contribution.withdrawn.v1', data: because }),
  (p) => {
    const data = { ...beginning(p, 'team'), sort: 'theme-team', name: `Team ${p.which}`, open: true } as const;
    return ofItem(p, 'team', { type: 'team.formed.v1', data });
  },
  (p) =>
    ofItem(p, 'team', { type: 'team.joined.v1', data: { trajectory: p.other, role: 'adviser' } }, [
      `trajectory:${p.other}`,
    ]),
  (p) => ofItem(p, 'team', { type: 'team.ended.v1', data: { result: sealed('done') } }),
];
