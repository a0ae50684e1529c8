import { addDays } from '#domain/kernel/days';
import type { PledgeCommand } from '#domain/pledge/commands';
import { idOf } from './events.ts';
import type { RandomStep } from './random-course.ts';

/** Whose pledge it is, and on which day its commands are sent. */
export interface PledgeOf {
  readonly programme: string;
  readonly trajectory: string;
  readonly organisation: string;
  readonly other: string;
  readonly day: string;
}

/** A trajectory has two pledges. */
export function randomPledge(trajectory: string, { which }: RandomStep): string {
  return idOf(`${trajectory} pledge ${which % 2}`);
}

/** A random command about one of the pledges of a trajectory; it may be recorded some days after it happened. */
export function randomPledgeCommand(whose: PledgeOf, step: RandomStep): PledgeCommand {
  const { programme, trajectory, organisation, other, day } = whose;
  const happened = addDays(day, -(step.which % 9));
  const when = { at: `${day}T12:00:00.000Z`, occurredOn: { precision: 'day', value: happened } } as const;
  const because = { reason: { $text: 'because' } };
  const pledge = randomPledge(trajectory, step);
  const what = { $text: 'a case' };
  const content = { pledge, programme, trajectory, organisation, role: 'secretary', toRole: 'lead', what };
  const make: PledgeCommand = { type: 'make-pledge', ...when, ...content, due: addDays(day, step.which % 30) };
  const commands: PledgeCommand[] = [
    make,
    { ...make, type: 'ask-pledge' },
    { type: 'promise-pledge', ...when, what, due: addDays(day, 20) },
    { type: 'keep-pledge-partly', ...when, result: { $text: 'half of it' } },
    { type: 'keep-pledge', ...when, evidence: { reference: `case ${step.which}` } },
    { type: 'postpone-pledge', ...when, to: addDays(day, 40), ...because },
    { type: 'take-pledge-over', ...when, organisation: other, role: 'adviser' },
    { type: 'withdraw-pledge', ...when, ...because },
    { type: 'lapse-pledge', ...when, ...because },
  ];
  return commands[(step.kind >> 2) % commands.length] ?? make;
}
