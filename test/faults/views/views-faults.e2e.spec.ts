import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { faultyRounds } from './rounds.ts';

jest.setTimeout(400_000);

/** Printed, so that a failure can be played again: `SAMENSPEL_SEED=… npm test -- test/faults/views`. */
const seed = Number(process.env['SAMENSPEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

beforeAll(() => {
  process.stdout.write(`SAMENSPEL_SEED=${seed}\n`);
});

/** The short form of `npm run test:faults -- views`, which has a hundred rounds. */
describe('the views are what the log says, and no answer is ever contradicted', () => {
  test('when parts are killed, connections cut and jobs lost under load', async () => {
    const { breaches } = await faultyRounds({ jobs: 'postgres', rounds: 2, seed, progress: () => undefined });
    expect(breaches).toEqual([]);
  });
});
