import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Aggregate, accept, refuse } from '#domain/kernel/decision';
import { type EventIn, fact } from '#domain/kernel/definition';
import { day } from '#domain/kernel/time';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import type { CommandMeta } from './contract/envelope.ts';
import type { Log } from './log.ts';
import { delay } from './patience.ts';
import type { Outcome } from './repository/outcome.ts';
import type { Repository } from './repository/repository.ts';
import type { LastKnown } from './supervisor/last-known.ts';

// README: aggregate
const askingEvents = {
  'trajectory.commitment-asked.v1': fact(z.strictObject({ layer: z.string(), due: day })),
} as const;

type AskingEvent = EventIn<typeof askingEvents>;
type Ask = { type: 'ask'; trajectory: string; layer: string; due: string };

const asking: Aggregate<ReadonlySet<string>, Ask, AskingEvent, undefined> = {
  name: 'trajectory',
  initial: new Set(),
  decide: ({ trajectory, layer, due }, asked) => {
    if (asked.has(layer)) {
      return refuse({ code: 'asked', nl: 'Al gevraagd.', en: 'Asked already.', data: { layer }, fields: ['layer'] });
    }
    const subjects = [`trajectory:${trajectory}`] as const;
    return accept<AskingEvent>([{ type: 'trajectory.commitment-asked.v1', data: { layer, due }, subjects }]);
  },
  evolve: (asked, event) => new Set([...asked, event.data.layer]),
};
// README: end

// README: command
function ask(repository: Repository, command: Ask, meta: CommandMeta): Promise<Outcome> {
  return repository.execute({
    aggregate: asking,
    id: command.trajectory,
    command,
    meta,
    // Called again with a fresher state before a refusal stands, and after a conflict: read other streams in here.
    decide: async ({ state }) => asking.decide(command, state, undefined),
  });
}
// README: end

// README: follow
async function follow(log: Log, after: LastKnown | undefined, signal: AbortSignal): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of log.subscribe({ ...(after && { after }), signal })) {
    // Keep what came of it, and { position, id, stream, revision } of the event, in one transaction of your own.
    seen.push(`${event.stream}@${event.revision} ${event.type}`);
  }
  return seen; // The signal ended. CannotFollow was thrown if the log can no longer be followed.
}
// README: end

let side: CommandSide;
beforeAll(async () => {
  side = await startCommandSide();
}, 60_000);
afterAll(() => side.stop());

test('the code in the README is this code, and works', async () => {
  const [readme, spec] = await Promise.all(
    ['README.md', 'readme.int.spec.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  );
  const blocks = [...(spec ?? '').matchAll(/^\/\/ README: \w+\n([\s\S]*?)^\/\/ README: end$/gm)].map(
    (match) => match[1],
  );
  expect(blocks).toHaveLength(3);
  for (const block of blocks) expect(readme).toContain(`\`\`\`ts\n${block}\`\`\``);

  const id = '0197c0de-0000-7000-8000-00000000000a';
  const meta: CommandMeta = {
    commandId: '0197c0de-0000-7000-8000-00000000000b',
    actor: '0197c0de-0000-7000-8000-00000000000c',
    role: 'lead',
    grant: 'token',
    channel: { kind: 'api' },
    at: '2025-10-15T08:30:00.000Z',
  };
  const stop = new AbortController();
  const following = follow(side.log, undefined, stop.signal);
  const outcome = await ask(
    side.repository,
    { type: 'ask', trajectory: id, layer: 'council', due: '2025-12-01' },
    meta,
  );
  if (outcome.outcome !== 'accepted') throw new Error('Accepted');
  while (side.log.subscription()?.position !== outcome.answer.position) await delay(10);
  stop.abort();
  expect(await following).toEqual([
    'samenspel-log@0 log.started.v1',
    `trajectory-${id}@0 trajectory.commitment-asked.v1`,
  ]);
});
