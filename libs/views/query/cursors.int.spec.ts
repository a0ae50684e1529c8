import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { idOf, type Told } from '../../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import type { Answer, AsOf } from './as-of.ts';
import type { Page, PageRequest } from './paging.ts';

const [north, south] = ['Noord', 'Zuid'].map((name) => idOf(`${name} programme`)) as [string, string];

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
  const steps = fc.sample(randomCourse(40, 'long'), { numRuns: 30, seed: 20250401 }).flat();
  await side.startFolding();
  const minPosition = await side.record([
    ...courseOfEvents('Noord', steps),
    ...courseOfEvents('Zuid', []),
    anotherNetwork,
  ]);
  await side.views.basis({ minPosition, waitMs: 30_000 }, 'everything');
}, 120_000);

afterAll(() => side.stop(), 30_000);

const network = idOf('another network');
const anotherNetwork: Told = {
  id: idOf('another network opened'),
  stream: `network-${network}`,
  at: '2026-12-01T10:00:00.000Z',
  subjects: [`programme:${north}`, `network:${network}`],
  type: 'network.opened.v1',
  data: { network, programme: north, name: 'Oost', region: 'Oost', minimum: 1, target: 2, maximum: 2 },
};

type List = (programme: string, request: PageRequest) => Promise<Answer<Page<unknown>>>;

interface OfProgramme {
  ofProgramme(programme: string, request: PageRequest, asOf: AsOf): Promise<Answer<Page<unknown>>>;
}

const refused = { code: 'cursor-of-another-list' };

/** Every list of a programme. */
function listsOf({ views }: ReadSide): ReadonlyMap<string, List> {
  const queries: Record<string, OfProgramme> = {
    attendance: views.attendance,
    commitments: views.commitments,
    dossier: views.dossier,
    lateFacts: {
      ofProgramme: (programme, page, asOf) =>
        views.lateFacts.ofProgramme(programme, { ...page, filter: { minDays: 0 } }, asOf),
    },
    meetings: views.meetings,
    missingFacts: views.missingFacts,
    networks: views.networks,
    pledges: views.pledges,
    progress: views.progress,
    questions: views.questions,
  };
  return new Map(
    Object.entries(queries).map(([name, of]) => [name, (programme, page) => of.ofProgramme(programme, page, {})]),
  );
}

test('the cursor of a list is good for that list of that programme, and for no other', async () => {
  const lists = listsOf(side);
  for (const [name, list] of lists) {
    const { next: cursor } = (await list(north, { limit: 1 })).data;
    if (cursor === undefined) throw new Error(`There are too few ${name}`);
    expect((await list(north, { limit: 1, cursor })).data.items).toHaveLength(1);
    await expect(list(south, { limit: 1, cursor })).rejects.toMatchObject(refused);
    for (const [another, ask] of lists) {
      if (another !== name) await expect(ask(north, { limit: 1, cursor })).rejects.toMatchObject(refused);
    }
  }
});
