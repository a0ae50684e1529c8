import { expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { derivedId } from '#commands/ids';
import type { CommandMeta } from '#log/contract/envelope';
import { madeWithin } from './made-within.ts';
import type { Reply } from './reply.ts';

const meta: CommandMeta = {
  commandId: uuidv7(),
  actor: uuidv7(),
  role: 'lead',
  grant: uuidv7(),
  channel: { kind: 'api' },
  at: '2026-03-18T09:00:00.000Z',
};
const answer = { stream: '', events: [], warnings: [], revision: 0, position: undefined, repeated: true };

/** A stream that knows this command by the content with this id alone. */
const knows =
  (known: string) =>
  async (id: string): Promise<Reply> => ({
    id,
    outcome: id === known ? { outcome: 'accepted', answer, warnings: [] } : { outcome: 'id-reused' },
  });

test('given a command that an earlier release answered, when it is sent again, then it is answered with the id of then', async () => {
  const known = derivedId(meta.commandId, 'question');
  const reply = await madeWithin({ name: 'question', within: uuidv7() }, meta, knows(known));
  expect(reply).toMatchObject({ id: known, outcome: { outcome: 'accepted' } });
});

test('given another content under one key, then it is refused', async () => {
  const reply = await madeWithin({ name: 'question', within: uuidv7() }, meta, knows(uuidv7()));
  expect(reply.outcome).toEqual({ outcome: 'id-reused' });
});
