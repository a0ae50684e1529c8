import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { type Aggregate, accept } from '#domain/kernel/decision';
import type { DestroyKey } from '#domain/log/decider';
import type { CommitmentEvent } from '#domain/trajectory/commitment-events';
import { type CommandSide, startCommandSide } from '../../../test/support/command-side.ts';
import type { LoggedEvent } from '../contract/codec.ts';
import type { CommandMeta } from '../contract/envelope.ts';
import { Repository } from '../repository/repository.ts';
import { KeyDestruction } from './destroy-key.ts';
import { keysIn } from './texts.ts';
import { Vault } from './vault.ts';

let side: CommandSide;
let destruction: KeyDestruction;
beforeAll(async () => {
  side = await startCommandSide();
  destruction = new KeyDestruction(side.log, side.repository, side.keys);
}, 60_000);
afterAll(() => side.stop());

const at = '2026-01-05T09:00:00.000Z';

function meta(more: Partial<CommandMeta> = {}): CommandMeta {
  const actor = '0197c0de-0000-7000-8000-000000000001';
  return { commandId: uuid(), actor, role: 'admin', grant: 'token', channel: { kind: 'api' }, at, ...more };
}

const toDestroy = (key: string): DestroyKey => ({ type: 'destroy-key', at, key, reason: { $text: 'Op verzoek' } });

/** A stream that holds protected text, with no rules of its own. */
const refusing: Aggregate<number, { type: 'refuse'; reason: string }, CommitmentEvent, undefined> = {
  name: 'trajectory',
  initial: 0,
  decide: ({ reason }) => {
    const data = { layer: 'council', reason: { $text: reason } };
    return accept<CommitmentEvent>([{ type: 'trajectory.commitment-refused.v1', data, subjects: ['trajectory:x'] }]);
  },
  evolve: (count) => count + 1,
};

/** Records a protected text, and gives the event as it stands in the log with the key that sealed it. */
async function recorded(reason: string): Promise<{ event: LoggedEvent; key: string }> {
  const id = uuid();
  const command = { type: 'refuse', reason } as const;
  const decide = async () => refusing.decide(command, 0, undefined);
  await side.repository.execute({ aggregate: refusing, id, command, meta: meta(), decide });
  const [event] = await side.log.readStream(`trajectory-${id}`);
  const [key] = keysIn(event?.data);
  if (!event || !key) throw new Error('A protected text was recorded');
  return { event, key };
}

const destroyedKeys = async () => {
  const events = await side.log.readStream('samenspel-log');
  return events.flatMap((event) => (event.type === 'log.key-destroyed.v1' ? [event.data.key] : []));
};

describe('destroying the key of a protected text', () => {
  test('is an event with a reason; the text is gone for every reader, the fact and other texts stand', async () => {
    const [gone, stays] = [await recorded('Een naam'), await recorded('Een andere naam')];
    const once = meta();
    expect(await destruction.destroy(toDestroy(gone.key), once)).toMatchObject({ outcome: 'accepted' });
    const elsewhere = new Vault(side.keys);
    for (const vault of [side.vault, elsewhere]) {
      expect(await vault.open(gone.event.data, gone.event.id, '/data')).toMatchObject({ reason: { $destroyed: true } });
      expect(await vault.open(stays.event.data, stays.event.id, '/data')).toMatchObject({
        reason: { $text: 'Een andere naam' },
      });
    }
    expect(await side.log.readStream(gone.event.stream)).toEqual([gone.event]);
    const told = (await side.log.readStream('samenspel-log')).at(-1);
    expect(told).toMatchObject({ type: 'log.key-destroyed.v1', data: { key: gone.key }, envelope: { role: 'admin' } });
    expect(await side.vault.open(told?.data, told?.id ?? '', '/data')).toMatchObject({
      reason: { $text: 'Op verzoek' },
    });
  });

  test('is safe to send again, as the same command and as another', async () => {
    const { key } = await recorded('Een naam');
    const once = meta();
    await destruction.destroy(toDestroy(key), once);
    const again = await destruction.destroy(toDestroy(key), once);
    expect(again).toMatchObject({ outcome: 'accepted', answer: { repeated: true } });
    expect(await destruction.destroy(toDestroy(key), meta())).toMatchObject({ outcome: 'accepted' });
    expect((await destroyedKeys()).filter((each) => each === key)).toHaveLength(1);
  });

  test('refuses a key that there never was', async () => {
    const unknown = await destruction.destroy(toDestroy(uuid()), meta());
    expect(unknown).toMatchObject({ outcome: 'refused', refusal: { code: 'key-unknown' } });
  });

  test('that was interrupted after the event is finished at the next start', async () => {
    const { event, key } = await recorded('Een naam');
    const dying = new KeyDestruction(side.log, side.repository, {
      knows: (id) => side.keys.knows(id),
      destroy: () => Promise.reject(new Error('killed')),
    });
    await expect(dying.destroy(toDestroy(key), meta())).rejects.toThrow('killed');
    expect(await side.vault.open(event.data, event.id, '/data')).toMatchObject({ reason: { $text: 'Een naam' } });
    const next = new KeyDestruction(side.log, new Repository(side.log, side.vault), side.keys);
    expect(await next.reconcile()).toBe(1);
    expect(await side.vault.open(event.data, event.id, '/data')).toMatchObject({ reason: { $destroyed: true } });
    expect(await next.reconcile()).toBe(0);
  });
});
