import { addDays } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import type { AnyEvent } from '#domain/registry';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, sealed, type Told } from './events.ts';

/** An event about somebody in a random course, before it gets its id and its day. */
export type Made = Pick<Told, 'type' | 'data'> & { readonly stream: string; readonly about: readonly Subject[] };

const layers = ['executive', 'council', 'officials'];

/** Why, where a reason is asked. */
export const because = { reason: sealed('because') };

/** About whom, in what, and on which day. */
export interface Place {
  readonly programme: string;
  readonly network: string;
  readonly trajectory: string;
  readonly other: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly which: number;
  readonly day: string;
}

function own(place: Place, content: Pick<Told, 'type' | 'data'>, more: readonly Subject[] = []): Made {
  const about: Subject[] = [`trajectory:${place.trajectory}`, `organisation:${place.organisation}`, ...more];
  return { ...content, stream: `trajectory-${place.trajectory}`, about };
}

function commitment(place: Place, type: AnyEvent['type'], more: object = {}): Made {
  const layer = layers[place.which % layers.length] ?? 'council';
  return own(place, { type, data: { layer, ...more } } as Pick<Told, 'type' | 'data'>, [
    `commitment:${place.trajectory}/${layer}`,
  ]);
}

function ofNetwork(place: Place, content: Pick<Told, 'type' | 'data'>): Made {
  const about: Subject[] = [`network:${place.network}`, `trajectory:${place.trajectory}`];
  return { ...content, stream: `network-${place.network}`, about };
}

function ofMeeting(place: Place, content: Pick<Told, 'type' | 'data'>, more: readonly Subject[] = []): Made {
  const about: Subject[] = [`meeting:${place.meeting}`, `network:${place.network}`, ...more];
  return { ...content, stream: `meeting-${place.meeting}`, about };
}

/** A pledge of the trajectory: each has two. */
function ofPledge(place: Place, content: Pick<Told, 'type' | 'data'>, more: readonly Subject[] = []): Made {
  const pledge = pledgeOf(place);
  const own: Subject[] = [`pledge:${pledge}`, `trajectory:${place.trajectory}`, `organisation:${place.organisation}`];
  return { ...content, stream: `pledge-${pledge}`, about: [...own, ...more] };
}

function pledgeOf({ trajectory, which }: Place): string {
  return idOf(`${trajectory} pledge ${which % 2}`);
}

/** A pledge that is asked for or made, one in three in a meeting. */
function pledged(place: Place, type: 'pledge.asked.v1' | 'pledge.made.v1'): Made {
  const { programme, trajectory, organisation, meeting, which, day } = place;
  const who = { pledge: pledgeOf(place), programme, trajectory, organisation, role: 'adviser', toRole: 'lead' };
  const data = { ...who, what: sealed('a case'), due: addDays(day, which % 40) };
  if (which % 3 > 0) return ofPledge(place, { type, data });
  return ofPledge(place, { type, data: { ...data, meeting } }, [`meeting:${meeting}`]);
}

/** A version of the template without some of the milestones of the one before it: what was behind may not be so any more. */
function changedTemplate({ programme, which }: Place): Made {
  const milestones = regionalNetwork.milestones.filter((_, place) => place % 4 !== which % 5);
  const template = { ...regionalNetwork, version: 2 + which, milestones };
  const content = { type: 'programme.template-changed.v1', data: { template, ...because } } as const;
  return { ...content, stream: `programme-${programme}`, about: [] };
}

/** Every kind of event that a trajectory, its network, its meetings and its pledges know. */
export const kinds: readonly ((place: Place) => Made)[] = [
  changedTemplate,
  (p) => {
    const { programme, network, trajectory, organisation } = p;
    const data = { programme, network, trajectory, organisation, contactRole: 'secretary' };
    return own(p, { type: 'trajectory.applied.v1', data }, [`network:${network}`]);
  },
  ({ programme, trajectory, organisation, ...p }) =>
    own(
      { programme, trajectory, organisation, ...p },
      { type: 'trajectory.interest-shown.v1', data: { programme, trajectory, organisation, contactRole: 'adviser' } },
    ),
  (p) => own(p, { type: 'trajectory.intake-planned.v1', data: { date: addDays(p.day, 7), status: 'provisional' } }),
  (p) => own(p, { type: 'trajectory.intake-held.v1', data: { report: { reference: `report ${p.which}` } } }),
  (p) => own(p, { type: 'trajectory.started.v1', data: {} }),
  (p) => own(p, { type: 'trajectory.paused.v1', data: because }),
  (p) => own(p, { type: 'trajectory.withdrawn.v1', data: because }),
  (p) => own(p, { type: 'trajectory.lead-judged.v1', data: { judgement: 'attention', ...because } }),
  (p) => own(p, { type: 'trajectory.contacted.v1', data: { kind: 'phone', roles: ['adviser'], summary: sealed('.') } }),
  (p) => {
    const question = idOf(`${p.trajectory} question ${p.which % 2}`);
    const data = { question, category: `category-${p.which % 3}`, tags: [], text: sealed('?') };
    return own(p, { type: 'trajectory.question-brought-in.v1', data }, [`question:${question}`]);
  },
  (p) => {
    const question = idOf(`${p.trajectory} question ${p.which % 2}`);
    const data = { question, category: `category-${p.which % 4}`, tags: ['sharper'], text: sealed('?') };
    return own(p, { type: 'trajectory.question-sharpened.v1', data }, [`question:${question}`]);
  },
  (p) => {
    const support = idOf(`${p.trajectory} support`);
    return own(p, { type: 'trajectory.support-delivered.v1', data: { support, minutes: 1 + p.which } }, [
      `support:${support}`,
    ]);
  },
  (p) => commitment(p, 'trajectory.commitment-asked.v1', { due: addDays(p.day, 30) }),
  (p) => commitment(p, 'trajectory.commitment-given.v1'),
  (p) => commitment(p, 'trajectory.commitment-confirmed.v1', { evidence: { reference: `case ${p.which}` } }),
  (p) => commitment(p, 'trajectory.commitment-put-under-pressure.v1', because),
  (p) => commitment(p, 'trajectory.commitment-pressure-relieved.v1'),
  (p) => ofNetwork(p, { type: 'network.place-given.v1', data: { trajectory: p.trajectory } }),
  (p) =>
    ofNetwork(p, {
      type: 'network.place-held.v1',
      data: { trajectory: p.trajectory, until: addDays(p.day, p.which) },
    }),
  (p) => ofNetwork(p, { type: 'network.place-released.v1', data: { trajectory: p.trajectory } }),
  (p) => ofNetwork(p, { type: 'network.put-on-waiting-list.v1', data: { trajectory: p.trajectory } }),
  (p) => ofNetwork(p, { type: 'network.place-freed.v1', data: { trajectory: p.trajectory, cause: 'stopped' } }),
  (p) => ofNetwork(p, { type: 'network.place-proposed.v1', data: { trajectory: p.trajectory, freedBy: p.other } }),
  (p) =>
    ofMeeting(p, {
      type: 'meeting.planned.v2',
      data: {
        meeting: p.meeting,
        programme: p.programme,
        network: p.network,
        kind: 'exchange',
        title: `Meeting ${p.which}`,
        date: addDays(p.day, 14),
        status: 'provisional',
      },
    }),
  (p) =>
    ofMeeting(p, {
      type: 'meeting.moved.v1',
      data: { from: p.day, to: addDays(p.day, 21), status: 'agreed', by: 'lead', ...because },
    }),
  (p) => ofMeeting(p, { type: 'meeting.held.v1', data: {} }),
  (p) =>
    ofMeeting(
      p,
      {
        type: 'meeting.attendance-recorded.v2',
        data: {
          entries: [
            {
              trajectory: p.trajectory,
              attendance: 'present',
              roles: p.which % 3 === 0 ? [] : ['adviser', 'secretary'],
            },
            { trajectory: p.other, attendance: p.which % 2 === 0 ? 'excused' : 'absent', roles: [] },
          ],
        },
      },
      [`trajectory:${p.trajectory}`, `trajectory:${p.other}`],
    ),
  (p) => ofMeeting(p, { type: 'meeting.date-agreed.v1', data: { date: addDays(p.day, p.which % 30) } }),
  (p) => ofMeeting(p, { type: 'meeting.cancelled.v1', data: because }),
  (p) => pledged(p, 'pledge.asked.v1'),
  (p) => pledged(p, 'pledge.made.v1'),
  (p) => ofPledge(p, { type: 'pledge.partly-kept.v1', data: { result: sealed('half of it') } }),
  (p) => ofPledge(p, { type: 'pledge.kept.v1', data: { evidence: { reference: `case ${p.which}` } } }),
  (p) =>
    ofPledge(p, { type: 'pledge.postponed.v1', data: { from: p.day, to: addDays(p.day, 10 + p.which), ...because } }),
  (p) => {
    const organisation = idOf(`organisation ${p.which % 3}`);
    return ofPledge(p, { type: 'pledge.taken-over.v1', data: { organisation, role: 'adviser' } }, [
      `organisation:${organisation}`,
    ]);
  },
  (p) => ofPledge(p, { type: p.which % 2 === 0 ? 'pledge.withdrawn.v1' : 'pledge.lapsed.v1', data: because }),
];
