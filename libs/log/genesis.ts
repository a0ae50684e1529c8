import { v7 as uuid } from 'uuid';
import { subject } from '#domain/kernel/subject';
import { digest } from './contract/canonical.ts';
import type { Draft } from './contract/codec.ts';
import { release } from './release.ts';

/** An example log is fictitious and may run on a simulated clock; a production log never does. */
export type Purpose = 'production' | 'example';

/** The stream of what the log says of itself; its first event is the first of the log. */
export const genesisStream = 'samenspel-log';

/** The product itself, where no person or token acts. */
export const systemActor = '00000000-0000-4000-8000-000000000001';

/** Where the simulated clock of an example log starts. */
export const exampleStart = '2025-01-01T00:00:00.000Z';

/** The first event of a log. Its id becomes the log's id and stands in the envelope of every later event. */
export function genesisDraft(purpose: Purpose, now: string): Draft {
  const id = uuid();
  const data = { contract: 1, purpose };
  return {
    id,
    type: 'log.started.v1',
    data,
    envelope: {
      v: 1,
      log: id,
      subjects: [subject('log', id)],
      actor: systemActor,
      role: 'system',
      grant: 'system',
      command: { id, type: 'start-log', digest: digest(data) },
      causation: id,
      correlation: id,
      recordedAt: purpose === 'example' ? exampleStart : now,
      release,
      channel: { kind: 'reaction', name: 'genesis' },
      publication: 'programme',
      retention: 'permanent',
    },
  };
}
