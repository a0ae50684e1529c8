import type { ItemCommand } from '#domain/dossier/commands';
import { knownType } from '#domain/dossier/state';
import { addDays } from '#domain/kernel/days';
import type { RandomStep } from './random-course.ts';
import { randomItem } from './random-items.ts';

/** Whose items they are, and on which day their commands are sent. */
export interface ItemsOf {
  readonly programme: string;
  readonly trajectory: string;
  readonly organisation: string;
  readonly day: string;
}

const kinds = ['theme', 'action', 'contribution'] as const;

/** One of the items of a trajectory in the dossier: two of each of these kinds. */
export function itemOfStep(trajectory: string, step: RandomStep): string {
  return randomItem(trajectory, kindOfStep(step), step.which);
}

function kindOfStep({ which }: RandomStep): (typeof kinds)[number] {
  return kinds[(which >> 1) % kinds.length] ?? 'theme';
}

/** A random command about one of these items; it may be recorded some days after it happened. */
export function randomItemCommand(whose: ItemsOf, step: RandomStep): ItemCommand {
  const { day, trajectory, ...named } = whose;
  const item = itemOfStep(trajectory, step);
  const facts = factsOf({ item, trajectory, ...named }, day, step)[kindOfStep(step)];
  const [fact, data] = facts[(step.kind >> 2) % facts.length] ?? ['item.transferred.v1', { role: 'lead' }];
  const happened = addDays(day, -(step.which % 9));
  const when = { at: `${day}T12:00:00.000Z`, occurredOn: { precision: 'day', value: happened } } as const;
  return { type: knownType(fact).command, ...when, item, fact, data };
}

type Fact = readonly [type: string, data: ItemCommand['data']];

function factsOf(
  begun: Omit<ItemsOf, 'day'> & { readonly item: string },
  day: string,
  { which }: RandomStep,
): Readonly<Record<(typeof kinds)[number], readonly Fact[]>> {
  const because = { reason: { $text: 'because' } };
  const transferred: Fact = ['item.transferred.v1', { role: 'adviser', organisation: begun.organisation }];
  return {
    theme: [
      ['theme.gathered.v1', { ...begun, title: `Theme ${which}` }],
      ['theme.chosen.v1', {}],
      ['theme.parked.v1', because],
      ['theme.closed.v1', {}],
      transferred,
    ],
    action: [
      ['action.agreed.v1', { ...begun, role: 'adviser', due: addDays(day, which % 30), what: { $text: 'call' } }],
      ['action.postponed.v1', { to: addDays(day, 40), ...because }],
      ['action.done.v1', { evidence: { reference: `case ${which}` } }],
      transferred,
    ],
    contribution: [
      [
        'contribution.promised.v1',
        { ...begun, sort: 'hours', role: 'adviser', amount: which, what: { $text: 'help' } },
      ],
      ['contribution.partly-delivered.v1', { amount: which }],
      ['contribution.delivered.v1', {}],
      ['contribution.withdrawn.v1', because],
    ],
  };
}
