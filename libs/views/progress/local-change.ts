import type { Recorded } from '#domain/kernel/event';
import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import type { EventOf } from '../engine/view-definition.ts';
import { firstOf } from '../folding.ts';
import type { LocalChange, LocalChangeSaid, TrajectoryRow } from './row.ts';

export type LocalChangeEvent = EventOf<
  | 'trajectory.local-change-brought-in.v1'
  | 'local-change.brought-in.v1'
  | 'local-change.stage-moved.v1'
  | 'local-change.owner-changed.v1'
>;

const types: readonly string[] = [
  'trajectory.local-change-brought-in.v1',
  'local-change.brought-in.v1',
  'local-change.stage-moved.v1',
  'local-change.owner-changed.v1',
] satisfies LocalChangeEvent['type'][];

export function isOfLocalChange(event: Recorded): event is LocalChangeEvent {
  return types.includes(event.type);
}

/** The trajectory's own word, and an item of the dossier that names the trajectory, tell of the same. */
export function withLocalChange(row: TrajectoryRow, event: LocalChangeEvent): TrajectoryRow {
  const told: LocalChangeSaid = {
    on: dayOfFact(event, row.localChanges),
    item: firstOf(event, 'item') ?? null,
    said: saidIn(event),
  };
  return { ...row, localChanges: addByDay(row.localChanges, told) };
}

function saidIn(event: LocalChangeEvent): Partial<LocalChange> {
  switch (event.type) {
    case 'local-change.stage-moved.v1':
      return { stage: event.data.stage };
    case 'local-change.owner-changed.v1':
      return { ownerRole: event.data.ownerRole };
    default: {
      const { name, stage, ownerRole } = event.data;
      return { name, stage, ownerRole };
    }
  }
}

/** Of several the one that was told of last, up to that day; null as long as none was brought in. */
export function localChangeOf(said: readonly LocalChangeSaid[], upTo?: string): LocalChange | null {
  const known = said.filter(({ on }) => upTo === undefined || on <= upTo);
  const broughtIn = new Set(known.filter(isBringingIn).map(({ item }) => item));
  const last = known.findLast(({ item }) => broughtIn.has(item));
  if (!last) return null;
  const told = known.filter(({ item }) => item === last.item).map(({ said }) => said);
  const { name = '', stage = '', ownerRole = '' }: Partial<LocalChange> = Object.assign({}, ...told);
  return { name, stage, ownerRole };
}

function isBringingIn({ said }: LocalChangeSaid): boolean {
  return said.name !== undefined;
}
