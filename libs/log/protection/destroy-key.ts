import { type DestroyKey, logAggregate } from '#domain/log/decider';
import type { CommandMeta } from '../contract/envelope.ts';
import { genesisStream } from '../genesis.ts';
import type { Log } from '../log.ts';
import type { Outcome } from '../repository/outcome.ts';
import type { Repository } from '../repository/repository.ts';
import type { KeyStore } from './key-store.ts';

/** `samenspel-log` is the stream of this one. */
const theLog = 'log';

/**
 * Forgetting a protected text: its key is destroyed, the fact that held it stands.
 *
 * The event comes first and the destruction after it. A crash between the two leaves a key that the log says is gone;
 * `reconcile`, at each start, destroys it after all. The other order could leave a text that nobody can read and nobody
 * accounts for. The same makes good a key store that was put back from an older backup.
 */
export class KeyDestruction {
  constructor(
    private readonly log: Pick<Log, 'readStream'>,
    private readonly repository: Repository,
    private readonly keys: Pick<KeyStore, 'knows' | 'destroy'>,
  ) {}

  /**
   * Safe to send again, with the same command id or another: the key is destroyed once, by one event.
   *
   * @throws LogUnavailable, and whatever the key store throws when it is away: then the event may stand already, and the
   * same command, or the next start, destroys the key.
   */
  async destroy(command: DestroyKey, meta: CommandMeta): Promise<Outcome> {
    const isKnown = await this.keys.knows(command.key);
    const outcome = await this.repository.execute({
      aggregate: logAggregate,
      id: theLog,
      command,
      meta,
      decide: async ({ state }) => logAggregate.decide(command, state, { isKnown }),
    });
    if (outcome.outcome === 'accepted') await this.keys.destroy([command.key]);
    return outcome;
  }

  /** Destroys every key that the log says is destroyed. @returns how many were still there. */
  async reconcile(): Promise<number> {
    const events = await this.log.readStream(genesisStream);
    return this.keys.destroy(events.flatMap((e) => (e.type === 'log.key-destroyed.v1' ? [e.data.key] : [])));
  }
}
