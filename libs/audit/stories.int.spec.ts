import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Subject, subject } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import { told as item } from '../../test/support/dossier.ts';
import { idOf, sealed, type Told as Written } from '../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { on } from '../../test/support/rows.ts';
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
    const moments = [
      '2025-03-20T23:00:00.000Z',
      '2025-03-21T22:59:59.999Z',
      '2025-03-21T23:00:00.000Z',
      '2025-03-21T23:00:00.001Z',
    ].map((value) => ({ precision: 'moment', value }));
    const all = [...days, ...months, ...moments] as OccurredOn[];
    const minPosition = await side.record(all.map(contact));
    const { data: whole } = await side.views.story.whole(about, { minPosition });
    const late = whole.filter(({ event }) => daysLate(event) !== undefined);
    const { data: list } = await side.views.lateFacts.ofProgramme(programme, { sort: 'recorded' }, { minPosition });
    expect(late.map(({ event }) => event.occurredOn?.value)).toEqual([
      '2025-03-21',
      '2024-01-01',
      '2025-02',
      '2025-03-20T23:00:00.000Z',
      '2025-03-21T22:59:59.999Z',
    ]);
    expect(list.items.map(({ event, days }) => [event, days])).toEqual(
      late.map(({ event }) => [event.id, daysLate(event)]),
    );
  });
});

describe('the story of an item of the dossier', () => {
  test('calls it by its title, says what it is linked to, and what its view made of it', async () => {
    const theme = item('2025-02-01', 'theme.gathered.v1', 'told theme', { title: 'Samen plannen' });
    const action = item('2025-02-02', 'action.agreed.v1', 'told action', {
      role: 'lead',
      due: '2025-03-01',
      what: sealed('call'),
    });
    const chosen = item('2025-02-03', 'theme.chosen.v1', 'told theme');
    const linked = item('2025-02-04', 'item.linked.v1', 'told action', { items: [idOf('told theme')] });
    const corrects = { event: theme.id, kind: 'retraction', reason: sealed('it was another') } as const;
    const { subjects, stream } = theme;
    const retracted = on('2025-02-05', { stream, type: 'item.fact-retracted.v1', data: {}, subjects, corrects });
    const { occurredOn: _occurredOn, ...retraction } = retracted;
    const told = async (name: string, minPosition: string) => {
      const { data } = await stories.story(subject('item', idOf(name)), {}, { minPosition }, reader);
      return data.items.map(({ words }) => words);
    };
    const minPosition = await side.record([theme, action, chosen, linked]);
    expect(await told('told theme', minPosition)).toEqual([
      'Thema opgehaald: Samen plannen.',
      'Thema gekozen: Samen plannen.',
    ]);
    expect(await told('told action', minPosition)).toEqual([
      'Actie afgesproken: programmaleider, uiterlijk 1 maart 2025.',
      'Verbonden met een ander stuk: Samen plannen.',
    ]);
    const [, before] = (await side.views.story.whole(subject('item', idOf('told theme')), { minPosition })).data;
    const moments = { from: { ordinal: (before?.ordinal ?? 0) - 2 }, to: { ordinal: before?.ordinal ?? 0 } };
    const { changed } = await stories.compare(subject('item', idOf('told theme')), moments, reader);
    expect(changed).toContainEqual({ field: 'step', from: 'gathered', to: 'chosen' });
    // What called it so was retracted: nothing that stands does.
    expect(await told('told theme', await side.record([retraction]))).toEqual([
      'Thema opgehaald: Samen plannen.',
      'Thema gekozen.',
      'Ingetrokken: thema opgehaald: Samen plannen.',
    ]);
  });
});
