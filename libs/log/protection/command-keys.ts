import type { DataKey } from './cipher.ts';
import type { Vault } from './vault.ts';

/** Where the keys for the texts of events come from: one for each event that holds any. */
export interface TextKeys {
  take(): DataKey;
}

/**
 * The keys of one command, over all its tries. A command that is decided anew seals with the keys of its first try, and
 * gives back what it did not use, so that a retry leaves no key behind that nothing in the log refers to.
 *
 * A key goes back only when it is certain that no event with it was recorded or still may be. After an append of unknown
 * outcome nothing is certain: then its keys are never used for anything else, because destroying one must forget one fact.
 */
export class CommandKeys implements TextKeys {
  private readonly keys: DataKey[] = [];
  private taken = 0;
  private spent = 0;
  private isSettled = false;

  constructor(private readonly vault: Pick<Vault, 'keyAtHand' | 'takeKey' | 'giveBack'>) {}

  /** For the events of the next try: the keys of the last one, as far as they go. */
  nextTry(): this {
    this.taken = 0;
    return this;
  }

  /** Makes sure of so many keys; a promise only when some have to be waited for, because most commands need none. */
  reserve(count: number): Promise<void> | undefined {
    while (this.keys.length < count) {
      const key = this.vault.keyAtHand();
      if (!key) return this.waitFor(count);
      this.keys.push(key);
    }
    return undefined;
  }

  /** @throws Error when it was not reserved. */
  take(): DataKey {
    const key = this.keys[this.taken];
    if (!key) throw new Error('A key is reserved before it is taken');
    this.taken += 1;
    return key;
  }

  /** The events of this try are in the log, or may be. */
  mayBeInTheLog(): void {
    this.spent = Math.max(this.spent, this.taken);
  }

  /** The command is settled: keys that were in no event go back to the pool. */
  giveBack(): void {
    this.isSettled = true;
    if (this.keys.length > this.spent) this.vault.giveBack(this.keys.splice(this.spent));
  }

  private async waitFor(count: number): Promise<void> {
    while (this.keys.length < count && !this.isSettled) this.keys.push(await this.vault.takeKey());
    // The command was given up while its key was made.
    if (this.isSettled) this.giveBack();
  }
}
