import type { Dice } from '../../support/dice.ts';
import type { Load } from './load.ts';
import type { JobBackend, WholeProduct } from './whole-product.ts';

/** What a fault is given to work on. */
export interface Scene {
  readonly product: WholeProduct;
  readonly load: Load;
  readonly jobs: JobBackend;
  readonly dice: Dice;
}

/** One thing that goes wrong under load; it is over, and everything is there again, when the promise resolves. */
export type Fault = (scene: Scene) => Promise<void>;
