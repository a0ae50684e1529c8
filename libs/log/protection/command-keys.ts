import type { DataKey } from './cipher.ts';
import type { Vault } from './vault.ts';

/** Seals every protected text in a value of an event. */
export type Sealer = Pick<Vault, 'seal'>;

/**
 * The keys of one command, over all its tries. A command that is decided anew seals with the keys of its first try, and
 * gives back what it did not use, so that a retry leaves no key behind that nothing in the log refers to.
 *
 * A key goes back only when it is certain that no event with it was recorded or still may be. After an append of unknown
 * outcome nothing is certain: then its keys are never used for anything else, because destroying one must forget one fact.
 */
export class CommandKeys {
  private readonly keys: DataKey[] = [];
  private taken = 0;
  private spent = 0;

  constructor(private readonly vault: Pick<Vault, 'seal' | 'takeKey' | 'giveBack'>) {}

  /** Seals the events of the next try, with the keys of the last one as far as they go. */
  nextTry(): Sealer {
    this.taken = 0;
    return { seal: (value, eventId, path) => this.vault.seal(value, eventId, path, () => this.take()) };
  }

  /** The events of this try are in the log, or may be. */
  mayBeInTheLog(): void {
    this.spent = Math.max(this.spent, this.taken);
  }

  /** The command is settled: keys that were in no event go back to the pool. */
  giveBack(): void {
    const unused = this.keys.splice(this.spent);
    if (unused.length > 0) this.vault.giveBack(unused.filter((key) => key !== undefined));
  }

  private async take(): Promise<DataKey> {
    const place = this.taken++;
    const key = this.keys[place] ?? (await this.vault.takeKey());
    this.keys[place] = key;
    return key;
  }
}
