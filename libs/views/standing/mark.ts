import type { Status } from '#domain/progress/findings';
import { countMarks, type Marks } from '#domain/progress/marks';
import type { LayerMark, Period } from '#domain/progress/periods';
import { commitmentSteps } from '#domain/trajectory/commitment';
import { type ParticipationStep, participationSteps } from '#domain/trajectory/participation';

/**
 * How a trajectory stands from a day on, in one short text: `started behind xxdoooo ab!c`. The words are the step of
 * participation and the status (`-` for none), a letter for each milestone of the template, and for each layer a letter
 * for the step of its commitment, with `!` when the next word is late.
 */
export type Mark = string;

/** A mark, read. */
export interface Standing {
  readonly step: ParticipationStep | null;
  readonly status: Status | null;
  readonly milestones: Marks;
  readonly layers: readonly LayerMark[];
}

const none = '-';
const late = '!';

export function markOf({ step, status, milestones, layers }: Omit<Period, 'on'>): Mark {
  const letters = layers.map((layer) => `${letterOf(layer.step)}${layer.late ? late : ''}`);
  return [step ?? none, status ?? none, milestones, letters.join('')].join(' ');
}

/** Step `not-asked` is `a`, and so on in the order of the steps. A new step is put at the end, or the view's version raised. */
function letterOf(step: LayerMark['step']): string {
  return String.fromCharCode('a'.charCodeAt(0) + commitmentSteps.indexOf(step));
}

export function standingOf(mark: Mark): Standing {
  const [step = none, status = none, milestones = '', layers = ''] = mark.split(' ');
  return {
    step: participationSteps.find((known) => known === step) ?? null,
    status: statuses.find((known) => known === status) ?? null,
    milestones,
    layers: [...layers.matchAll(/([a-z])(!?)/g)].map(([, letter = '', isLate]) => ({
      step: stepOf(letter),
      late: isLate === late,
    })),
  };
}

function stepOf(letter: string): LayerMark['step'] {
  const step = commitmentSteps[letter.charCodeAt(0) - 'a'.charCodeAt(0)];
  if (step === undefined) throw new Error(`${letter} is no step of a commitment`);
  return step;
}

/** In the order in which a lead looks at them: what is worst has the highest number, and 0 is no status. */
export const statuses: readonly Status[] = ['on-schedule', 'attention', 'behind'];

/*
 * What lists are chosen and sorted by, as one whole number, so that PostgreSQL takes it apart without reading a text:
 * bits 0–4 the step, 5–6 the status, 7–14 how many late, then three times ten bits: milestones reached, expected, asked.
 */

/** Where each part begins, and how many bits it has. */
export const parts = {
  step: { from: 0, bits: 5 },
  status: { from: 5, bits: 2 },
  late: { from: 7, bits: 8 },
  reached: { from: 15, bits: 10 },
  expected: { from: 25, bits: 10 },
  total: { from: 35, bits: 10 },
} as const;

/** The number of a step of participation: 1 is the first of a course that goes well, 0 is none. */
export function stepNumber(step: ParticipationStep | null): number {
  return step === null ? 0 : participationSteps.indexOf(step) + 1;
}

export function statusNumber(status: Status | null): number {
  return status === null ? 0 : statuses.indexOf(status) + 1;
}

/** Of all the rows of a programme there are only some hundreds of marks; reading one costs more than finding it. */
const known = new Map<Mark, number>();
const mostKnown = 10_000;

/** A mark as a whole number. Throws when a template has more milestones or layers than fit. */
export function numberOf(mark: Mark): number {
  const before = known.get(mark);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const number = packed(standingOf(mark));
  known.set(mark, number);
  return number;
}

function packed({ step, status, milestones, layers }: Standing): number {
  const values = {
    step: stepNumber(step),
    status: statusNumber(status),
    late: layers.filter((layer) => layer.late).length,
    ...countMarks(milestones),
  };
  return Object.entries(parts).reduce((sum, [name, { from, bits }]) => {
    const value = values[name as keyof typeof parts];
    if (value >= 2 ** bits) throw new Error(`${value} does not fit in the ${bits} bits of ${name}`);
    return sum + value * 2 ** from;
  }, 0);
}
