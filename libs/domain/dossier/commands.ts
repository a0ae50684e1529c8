import type { OccurredOn } from '../kernel/time.ts';

/**
 * Records a fact about an item. `type` is the imperative name of that fact (`choose-theme`), `fact` the type under which
 * it goes into the log, `data` what it says; a beginning names the item in its data too.
 */
export interface ItemCommand {
  readonly type: string;
  readonly at: string;
  readonly occurredOn: OccurredOn;
  readonly item: string;
  readonly fact: string;
  readonly data: Readonly<Record<string, unknown>>;
}
