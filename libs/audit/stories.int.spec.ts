import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Subject, subject } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import { idOf, sealed, type Told as Written } from '../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { namesOf } from './names.ts';
import { Stories } from './stories.ts';
import { daysLate } from './story/lateness.ts';
import { type StoryLine, tell } from './story/line.ts';
import type { Opener } from './story/texts.ts';

let side: ReadSide;
let stories: Stories;

const closed: Opener = { open: async (value) => value };
const reader = { role: 'auditor', lang: 'nl' } as const;

beforeAll(async () => {
  side = await startReadSide();
  stories = new Stories(side.views, closed);
  await side.startFolding();
}, 60_000);

afterAll(() => side.stop(), 30_000);

/** The story told page by page; `meanwhile` happens between the first page and the others. */
async function paged(about: Subject, minPosition: string, meanwhile: () => Promise<unknown>): Promise<StoryLine[]> {
  const lines: StoryLine[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await stories.story(about, { limit: 3, cursor }, { minPosition }, reader);
    if (cursor === undefined) await meanwhile();
    lines.push(...data.items);
    cursor = data.next;
  } while (cursor !== undefined);
  return lines;
}

/** The same told from the whole story at once: what the pages together must be. */
async function atOnce(about: Subject, minPosition: string): Promise<StoryLine[]> {
  const { basis, data: known } = await side.views.story.whole(about, { minPosition });
  const events = known.map(({ event }) => event);
  const names = await namesOf(side.views, events, basis);
  return tell(known, { opener: closed, names, subject: about, ...reader });
}

describe('a story that is told page by page', () => {
  test('is the story told at once: corrections on another page are known, and nothing of later is in it', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCourse(40), async (steps) => {
        run += 1;
        const name = `paged ${run}`;
        const events = courseOfEvents(name, steps);
        const half = Math.ceil(events.length / 2);
        const position = await side.record(events.slice(0, half));
        const about = subject('trajectory', idOf(`${name} trajectory 0`));
        const expected = await atOnce(about, position);
        expect(await paged(about, position, () => side.record(events.slice(half)))).toEqual(expected);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});

const programme = idOf('late programme');
const about = subject('programme', programme);

/** A contact that happened then and was recorded at noon on 5 April 2025 in the Netherlands. */
function contact(occurredOn: OccurredOn): Written {
  return {
    id: idOf(`late ${occurredOn.value}`),
    stream: `trajectory-${idOf('late trajectory')}`,
    subjects: [about, subject('trajectory', idOf('late trajectory'))],
    at: '2025-04-05T10:00:00.000Z',
    occurredOn,
    type: 'trajectory.contacted.v1',
    data: { kind: 'phone', roles: ['contact'], summary: sealed('.') },
  };
}

describe('what was recorded late', () => {
  test('is found by the index, to the day: over the change of the clock, at midnight, and for a month', async () => {
    const days = ['2025-03-21', '2025-03-22', '2024-01-01'].map((value) => ({ precision: 'day', value }));
    const months = ['2025-03', '2025-02'].map((value) => ({ precision: 'month', value }));
    const moments = ['2025-03-21T22:59:59.999Z', '2025-03-21T23:00:00.000Z'].map((value) => ({
      precision: 'moment',
      value,
    }));
    const all = [...days, ...months, ...moments] as OccurredOn[];
    const minPosition = await side.record(all.map(contact));
    const { data: whole } = await side.views.story.whole(about, { minPosition });
    const late = whole.filter(({ event }) => daysLate(event) !== undefined);
    const found = (await side.views.story.perhapsLate(about, {})).filter(({ event }) => daysLate(event) !== undefined);
    expect(found.map(({ event }) => event.occurredOn?.value)).toEqual([
      '2025-03-21',
      '2024-01-01',
      '2025-02',
      '2025-03-21T22:59:59.999Z',
    ]);
    expect(found).toEqual(late);
  });
});
