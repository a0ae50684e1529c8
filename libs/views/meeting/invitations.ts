import { never } from '#domain/kernel/decision';
import type { InvitedFor } from '#domain/meeting/missing';
import { addByDay, type Dated } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import type { EventOf } from '../engine/view-definition.ts';
import { firstOf } from '../folding.ts';

/** What somebody said to an invitation. */
export interface InvitationAnswer {
  readonly on: string;
  readonly trajectory: string;
  readonly answer: 'comes' | 'does-not-come' | 'not-yet-known';
}

/** Who was invited by an item of the dossier, for which date, and who answered. */
export interface Invitation {
  readonly item: string;
  /** Trajectories; null when everyone who is expected was invited. */
  readonly invited: readonly string[] | null;
  /** In the order in which it happened. */
  readonly told: InvitedFor;
  /** In the order in which they were given. */
  readonly answers: readonly InvitationAnswer[];
}

export type InvitationEvent = EventOf<
  'invitation.sent.v1' | 'invitation.renewed.v1' | 'invitation.answered.v1' | 'invitation.withdrawn.v1'
>;

/** The invitations of a meeting after that event; in a row that holds them in the order in which they were told of. */
export function afterInvitation(invitations: readonly Invitation[], event: InvitationEvent): readonly Invitation[] {
  const item = firstOf(event, 'item') ?? '';
  const before = invitations.find((one) => one.item === item);
  const now = told(before ?? { item, invited: null, told: [], answers: [] }, event);
  return before ? invitations.map((one) => (one === before ? now : one)) : [...invitations, now];
}

function told(before: Invitation, event: InvitationEvent): Invitation {
  const known = before.answers.reduce<readonly Dated[]>((days, { on }) => addByDay(days, { on }), before.told);
  const on = dayOfFact(event, known);
  switch (event.type) {
    case 'invitation.answered.v1': {
      const { trajectory, answer } = event.data;
      return { ...before, answers: addByDay(before.answers, { on, trajectory, answer }) };
    }
    case 'invitation.withdrawn.v1':
      return { ...before, told: addByDay(before.told, { on, date: null }) };
    case 'invitation.renewed.v1':
      return { ...before, told: addByDay(before.told, { on, date: event.data.date }) };
    case 'invitation.sent.v1': {
      const { date, trajectories: invited = null } = event.data;
      return { ...before, invited, told: addByDay(before.told, { on, date }) };
    }
    default:
      return never(event);
  }
}
