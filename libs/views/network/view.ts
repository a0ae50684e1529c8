import { dayOfFact } from '#domain/trajectory/facts';
import { defineView, type EventOf } from '../engine/view-definition.ts';
import { changed } from '../folding.ts';

export interface Place {
  readonly trajectory: string;
  readonly since: string;
  /** Until the expected decision; the reason is in the event. */
  readonly reservation: { readonly decisionExpectedOn: string; readonly event: string } | null;
}

export interface NetworkRow {
  readonly network: string;
  readonly programme: string;
  readonly name: string;
  readonly region: string;
  readonly minimum: number;
  readonly target: number;
  readonly maximum: number;
  readonly places: readonly Place[];
  /** The first in line stands first. */
  readonly waiting: readonly { readonly trajectory: string; readonly since: string }[];
  /** Freed places that wait for the lead's decision. */
  readonly proposals: readonly { readonly trajectory: string; readonly freedBy: string; readonly since: string }[];
  readonly rejected: readonly { readonly trajectory: string; readonly event: string }[];
  readonly referred: readonly { readonly trajectory: string; readonly to: string; readonly event: string }[];
}

const without = <T extends { trajectory: string }>(list: readonly T[], trajectory: string) =>
  list.filter((item) => item.trajectory !== trajectory);

/** A trajectory stands in one place of the network at a time. */
function takenOut(row: NetworkRow, trajectory: string): NetworkRow {
  return {
    ...row,
    places: without(row.places, trajectory),
    waiting: without(row.waiting, trajectory),
    proposals: without(row.proposals, trajectory),
    rejected: without(row.rejected, trajectory),
    referred: without(row.referred, trajectory),
  };
}

/** When a place went to another than was proposed, the last proposals have no place left to propose. */
function withoutIdleProposals(row: NetworkRow): NetworkRow {
  return { ...row, proposals: row.proposals.slice(0, Math.max(0, row.maximum - row.places.length)) };
}

function reservationOf({ id, data }: EventOf<'network.place-given.v1'>): Place['reservation'] {
  return data.reservation ? { decisionExpectedOn: data.reservation.decisionExpectedOn, event: id } : null;
}

/** One row for each network: who has a place, who waits in which order, and what is proposed. */
export const networkView = defineView<NetworkRow>({
  name: 'network',
  version: 1,
  subject: 'network',
  on: {
    'network.opened.v1': (_row, { data }) => ({
      ...data,
      places: [],
      waiting: [],
      proposals: [],
      rejected: [],
      referred: [],
    }),
    'network.places-changed.v1': (row, { data: { minimum, target, maximum } }) =>
      row && withoutIdleProposals({ ...row, minimum, target, maximum }),
    'network.place-given.v1': (row, event) => {
      if (!row) return row;
      const out = takenOut(row, event.data.trajectory);
      const place = { trajectory: event.data.trajectory, since: dayOfFact(event), reservation: reservationOf(event) };
      return withoutIdleProposals({ ...out, places: [...out.places, place] });
    },
    'network.reservation-lifted.v1': (row, { data }) =>
      row && {
        ...row,
        places: changed(
          row.places,
          (p) => p.trajectory === data.trajectory,
          (p) => ({ ...p, reservation: null }),
        ),
      },
    'network.put-on-waiting-list.v1': (row, event) => {
      if (!row) return row;
      const out = takenOut(row, event.data.trajectory);
      return { ...out, waiting: [...out.waiting, { trajectory: event.data.trajectory, since: dayOfFact(event) }] };
    },
    'network.rejected.v1': (row, { id, data: { trajectory } }) => {
      if (!row) return row;
      const out = takenOut(row, trajectory);
      return { ...out, rejected: [...out.rejected, { trajectory, event: id }] };
    },
    'network.referred.v1': (row, { id, data: { trajectory, to } }) => {
      if (!row) return row;
      const out = takenOut(row, trajectory);
      return { ...out, referred: [...out.referred, { trajectory, to, event: id }] };
    },
    'network.place-freed.v1': (row, { data }) => row && takenOut(row, data.trajectory),
    'network.place-proposed.v1': (row, event) => {
      if (!row) return row;
      const { trajectory, freedBy } = event.data;
      return {
        ...row,
        proposals: [...without(row.proposals, trajectory), { trajectory, freedBy, since: dayOfFact(event) }],
      };
    },
    'network.proposal-declined.v1': (row, { data }) =>
      row && { ...row, proposals: without(row.proposals, data.trajectory) },
  },
});
