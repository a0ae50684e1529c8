import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { on } from '../../../test/support/rows.ts';
import { type OwnLine, ownStory } from './own-story.ts';

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
}, 60_000);

afterAll(() => side.stop(), 30_000);

/** A fact of the trajectory of that name; what corrects one names the fact as it was first recorded. */
const fact = (trajectory: string, day: string, content: object): Told =>
  on(day, { stream: `trajectory-${idOf(trajectory)}`, ...content }, subject('trajectory', idOf(trajectory)));

const because = (event: Told, kind: 'correction' | 'retraction') => ({
  corrects: { event: event.id, kind, reason: sealed('Vergissing.') },
});

const planned = (trajectory: string, date: string, corrects: object = {}) =>
  fact(trajectory, '2025-03-03', {
    type: 'trajectory.intake-planned.v1',
    data: { date, status: 'agreed' },
    ...corrects,
  });

/** What who takes part reads when these were recorded in this order. */
const read = async (trajectory: string, facts: readonly Told[]): Promise<string[]> =>
  (await linesOf(trajectory, facts)).map(({ words }) => words);

async function linesOf(trajectory: string, facts: readonly Told[]): Promise<OwnLine[]> {
  const minPosition = await side.record(facts);
  const { basis } = await side.views.story.whole(subject('trajectory', idOf(trajectory)), { minPosition });
  const asked = {
    trajectory: idOf(trajectory),
    items: new Set<string>(),
    language: 'nl',
    ordinal: basis.ordinal,
  } as const;
  return ownStory({ views: side.views, vault: { open: async (value) => value } }, asked);
}

describe('the own story of who takes part', () => {
  it('given a fact that was corrected twice, then only the last correction is told', async () => {
    const first = planned('twice', '2025-04-01');
    const facts = [
      first,
      planned('twice', '2025-05-01', because(first, 'correction')),
      planned('twice', '2025-06-01', because(first, 'correction')),
    ];
    expect(await read('twice', facts)).toEqual([
      'Correctie: intakegesprek van … gepland op 1 juni 2025 (afgesproken).',
    ]);
  });

  it('given a fact that was corrected and then taken back, then nothing of it is told', async () => {
    const first = planned('back', '2025-04-01');
    const correction = planned('back', '2025-05-01', because(first, 'correction'));
    const retracted = { type: 'trajectory.fact-retracted.v1', data: {}, ...because(first, 'retraction') };
    const { occurredOn: _occurredOn, ...retraction } = fact('back', '2025-03-04', retracted);
    expect(await read('back', [first, correction, retraction])).toEqual([]);
  });

  it('given facts of one day, then the latest is first, and a corrected one keeps its place', async () => {
    const first = planned('day', '2025-04-01');
    const started = fact('day', '2025-03-03', { type: 'trajectory.started.v1', data: {} });
    const earlier = fact('day', '2025-03-01', { type: 'trajectory.intake-held.v1', data: {} });
    expect(await read('day', [first, started, earlier])).toEqual([
      '… is gestart.',
      'Intakegesprek van … gepland op 1 april 2025 (afgesproken).',
      'Intakegesprek van … gehouden.',
    ]);
    expect(await read('day', [planned('day', '2025-05-01', because(first, 'correction'))])).toEqual([
      '… is gestart.',
      'Correctie: intakegesprek van … gepland op 1 mei 2025 (afgesproken).',
      'Intakegesprek van … gehouden.',
    ]);
  });

  it('given a fact of which only the month is known, then it says the month, above what was told of that month before', async () => {
    const planning = fact('month', '2025-03-10', { type: 'trajectory.started.v1', data: {} });
    const earlier = fact('month', '2025-02-20', { type: 'trajectory.intake-held.v1', data: {} });
    const withdrawal = {
      ...fact('month', '2025-03-31', { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') } }),
      occurredOn: { precision: 'month', value: '2025-03' },
    } as Told;
    const lines = await linesOf('month', [planning, earlier, withdrawal]);
    expect(lines.map(({ event, precision }) => ({ event, precision }))).toEqual([
      { event: withdrawal.id, precision: 'month' },
      { event: planning.id, precision: 'day' },
      { event: earlier.id, precision: 'day' },
    ]);
    expect(lines[0]?.on).toMatch(/^2025-03/);
  });
});
