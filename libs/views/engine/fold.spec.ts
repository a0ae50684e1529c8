import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '#log/contract/codec';
import { idOf, loggedOf, sealed, type Told } from '../../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { registry } from '../all-views.ts';
import { commitmentView } from '../commitment/view.ts';
import { meetingView } from '../meeting/view.ts';
import { progressView } from '../progress/view.ts';
import { questionView } from '../question/view.ts';
import { digestOf, MemoryFold } from '../verify/memory-fold.ts';
import { foldWhole, outcomesOf } from './fold.ts';
import { createRegistry } from './registry.ts';

const logged = (events: readonly Told[]) =>
  events.map((event, i) => loggedOf(event, { revision: i, position: BigInt(i + 1) }));

/** The rows at an ordinal, out of the versions that were kept. */
function rowsAt(fold: MemoryFold, view: (typeof registry.views)[number], ordinal: number): Map<string, string> {
  const rows = new Map<string, string>();
  for (const [place, version] of fold.versionsOf(view)) {
    const at = place.lastIndexOf('@');
    const from = Number(place.slice(at + 1));
    if (from <= ordinal && (version.until === null || version.until > ordinal)) {
      rows.set(place.slice(0, at), version.digest);
    }
  }
  return rows;
}

describe('folding event by event', () => {
  test('at any ordinal the versions that were kept are the fold of the log cut there', async () => {
    await fc.assert(
      fc.asyncProperty(randomCourse(40), async (steps) => {
        const events = logged(courseOfEvents('unit', steps));
        const fold = new MemoryFold(registry.views);
        for (const [i, event] of events.entries()) await fold.add(event, i + 1);
        for (let ordinal = 1; ordinal <= events.length; ordinal += 3) {
          for (const view of registry.views) {
            const whole = foldWhole(view, events.slice(0, ordinal));
            const expected = new Map([...whole].map(([key, row]) => [key, digestOf(row)]));
            expect(rowsAt(fold, view, ordinal)).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('given attendance of two, when it is corrected to name another, then both rows change', async () => {
    const [first, second, third] = ['a', 'b', 'c'].map((name) => idOf(name));
    const attended = (name: string, ...who: (string | undefined)[]) => ({
      id: idOf(name),
      stream: `meeting-${idOf('m')}`,
      at: '2025-05-01T10:00:00.000Z',
      subjects: [`meeting:${idOf('m')}`, ...who.map((id) => `trajectory:${id}`)],
      type: 'meeting.attendance-recorded.v2',
      data: { entries: who.map((trajectory) => ({ trajectory, attendance: 'present' })) },
    });
    const events = logged([
      attended('first', first, second),
      {
        ...attended('second', second, third),
        corrects: { event: idOf('first'), kind: 'correction', reason: sealed('.') },
      },
    ] as Told[]);
    const fold = new MemoryFold([progressView]);
    for (const [i, event] of events.entries()) await fold.add(event, i + 1);
    expect([...rowsAt(fold, progressView, 1).keys()].sort()).toEqual([first, second].sort());
    expect([...rowsAt(fold, progressView, 2).keys()].sort()).toEqual([second, third].sort());
  });
});

test('given a question that another programme recognised, when that is retracted, then its row stays as it was', async () => {
  const question = `question:${idOf('q')}`;
  const events = logged([
    {
      id: idOf('brought'),
      stream: `trajectory-${idOf('t')}`,
      at: '2025-05-01T10:00:00.000Z',
      subjects: [`programme:${idOf('there')}`, `trajectory:${idOf('t')}`, question],
      type: 'trajectory.question-brought-in.v1',
      data: { question: idOf('q'), category: 'participation', tags: [], text: sealed('.') },
    },
    {
      id: idOf('traced'),
      stream: `item-${idOf('i')}`,
      at: '2025-05-02T10:00:00.000Z',
      subjects: [`programme:${idOf('here')}`, question],
      type: 'lineage.traced.v1',
      data: { item: idOf('i'), programme: idOf('here'), question: idOf('other'), sameAs: idOf('q') },
    },
    {
      id: idOf('retracted'),
      stream: `item-${idOf('i')}`,
      at: '2025-05-03T10:00:00.000Z',
      subjects: [`programme:${idOf('here')}`, question],
      type: 'item.fact-retracted.v1',
      data: {},
      corrects: { event: idOf('traced'), kind: 'retraction', reason: sealed('.') },
    },
  ] as Told[]);
  // Each programme is folded by itself, and perhaps this one first.
  const here = new MemoryFold([questionView]);
  const there = new MemoryFold([questionView]);
  for (const [i, event] of events.entries()) {
    if (i > 0) here.add(event, i + 1);
    there.add(event, i + 1);
  }
  expect([...here.versionsOf(questionView)]).toEqual([]);
  expect([...there.versionsOf(questionView).keys()]).toEqual([`${idOf('q')}@1`]);
  const retraction = { event: events[2] as LoggedEvent, ordinal: 3, subjects: [question] };
  const before = { current: () => undefined, isParked: () => false, story: () => events };
  expect(outcomesOf(questionView, retraction, before)).toEqual([]);
});

describe('the registry of views', () => {
  test('refuses two views of one name, a view without a fold, and a name that names no table', () => {
    expect(() => createRegistry([meetingView, meetingView])).toThrow('two views of the name meeting');
    expect(() => createRegistry([{ ...meetingView, on: {} }])).toThrow('no fold');
    expect(() => createRegistry([{ ...meetingView, name: 'Drop Table' }])).toThrow('no name');
  });

  test('names other folds when the version of one changes', () => {
    const next = createRegistry([meetingView, { ...commitmentView, version: commitmentView.version + 1 }]);
    expect(next.folds).not.toBe(createRegistry([meetingView, commitmentView]).folds);
  });
});
