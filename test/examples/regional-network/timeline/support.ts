import { type Step, step } from '../../recorder/step.ts';
import type { Municipality } from '../municipalities.ts';

/**
 * Fictitious. Local support: asked, matched to an expert (a pseudonymous id), delivered in minutes, completed.
 * The three experts exist nowhere else.
 */
export const experts = {
  a: '5b0f6a52-6f0e-4c1e-9a53-2f6a7d0e1a01',
  b: '5b0f6a52-6f0e-4c1e-9a53-2f6a7d0e1a02',
  c: '5b0f6a52-6f0e-4c1e-9a53-2f6a7d0e1a03',
} as const;

interface Support {
  readonly requested: string;
  readonly matched?: readonly [day: string, expert: keyof typeof experts, minutes: number];
  /** Day, minutes, and the day of recording where that is later. */
  readonly delivered?: readonly (readonly [day: string, minutes: number, recorded?: string])[];
  readonly completed?: string;
}

const supports: Partial<Record<Municipality, Support>> = {
  groningen: {
    requested: '2025-10-01',
    matched: ['2025-10-08', 'a', 960],
    // The second was half as long; corrected on 5 March.
    delivered: [
      ['2025-11-04', 240],
      ['2025-12-09', 480],
    ],
    completed: '2026-02-03',
  },
  leeuwarden: {
    requested: '2025-10-20',
    matched: ['2025-10-28', 'b', 720],
    // The second was recorded thirty days later.
    delivered: [
      ['2025-12-02', 180],
      ['2026-01-20', 300, '2026-02-19'],
    ],
    completed: '2026-06-04',
  },
  eemsdelta: {
    requested: '2025-11-25',
    matched: ['2025-12-02', 'c', 480],
    delivered: [['2026-01-15', 240]],
    completed: '2026-03-05',
  },
  oldambt: {
    requested: '2025-11-25',
    matched: ['2025-12-03', 'a', 480],
    delivered: [['2026-02-17', 360]],
    completed: '2026-04-02',
  },
  heerenveen: { requested: '2025-11-26' },
  noardeast: {
    requested: '2025-11-26',
    matched: ['2025-12-04', 'b', 360],
    delivered: [['2026-03-10', 300]],
    completed: '2026-05-21',
  },
  assen: {
    requested: '2025-11-27',
    matched: ['2025-12-04', 'c', 480],
    delivered: [['2026-02-24', 420]],
    completed: '2026-05-26',
  },
  hoogeveen: {
    requested: '2025-12-09',
    matched: ['2025-12-16', 'a', 360],
    delivered: [['2026-03-17', 180]],
    completed: '2026-06-02',
  },
  smallingerland: {
    requested: '2026-01-13',
    matched: ['2026-01-20', 'b', 360],
    delivered: [['2026-05-12', 120]],
  },
  emmen: {
    requested: '2026-01-13',
    matched: ['2026-01-20', 'c', 480],
    delivered: [
      ['2026-03-12', 240],
      ['2026-05-19', 240],
    ],
    completed: '2026-06-09',
  },
  veendam: {
    requested: '2026-03-16',
    matched: ['2026-03-24', 'a', 360],
    delivered: [
      ['2026-05-07', 180],
      ['2026-08-20', 120],
    ],
    completed: '2026-08-27',
  },
};

function stepsOf(who: Municipality, support: Support): Step[] {
  const path = `/trajectories/{${who}}/support-requests`;
  const one = `${path}/{support/${who}}`;
  const { requested, matched, delivered = [], completed } = support;
  const steps = [
    step(
      `${requested}T10:00Z`,
      `support/${who}`,
      path,
      { request: 'Begeleiding bij het eigen verandertraject.', occurredOn: requested },
      { gives: `support/${who}` },
    ),
    ...delivered.map(([day, minutes, recorded], index) =>
      step(`${recorded ?? day}T16:30Z`, `delivered/${who}/${index + 1}`, `${one}/deliveries`, {
        minutes,
        occurredOn: day,
      }),
    ),
  ];
  if (matched) {
    const [day, expert, plannedMinutes] = matched;
    const body = { expert: experts[expert], plannedMinutes, occurredOn: day };
    steps.push(step(`${day}T10:00Z`, `matched/${who}`, `${one}/matches`, body));
  }
  if (completed) {
    const body = { result: 'Het team werkt verder met wat is geleerd.', occurredOn: completed };
    steps.push(step(`${completed}T16:00Z`, `support-completed/${who}`, `${one}/completions`, body));
  }
  return steps;
}

export const supportSteps: readonly Step[] = Object.entries(supports).flatMap(([who, support]) =>
  stepsOf(who as Municipality, support),
);
