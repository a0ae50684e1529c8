import { defineView } from '../engine/view-definition.ts';

export interface GroupRow {
  readonly group: string;
  readonly programme: string;
  readonly network: string;
  readonly kind: 'learning';
  readonly name: string;
  /** Trajectories. */
  readonly members: readonly string[];
  readonly frozen: boolean;
  /** The decision that gave it these members, with the reason. */
  readonly event: string;
}

/** One row for each group: who is in it, and whether that stands. */
export const groupView = defineView<GroupRow>({
  name: 'group',
  version: 1,
  subject: 'group',
  on: {
    'group.composed.v1': (_row, { id, data: { reason: _reason, ...group } }) => ({
      ...group,
      frozen: false,
      event: id,
    }),
    'group.recomposed.v1': (row, { id, data }) => row && { ...row, members: data.members, event: id },
    'group.frozen.v1': (row) => row && { ...row, frozen: true },
  },
});
