import { createHash } from 'node:crypto';

/**
 * Puts the test files in an order that follows from the seed that jest was given; `--randomize` shuffles only within
 * a file.
 */
export default class RandomSequencer {
  #seed;

  constructor({ globalConfig }) {
    this.#seed = globalConfig.seed;
  }

  sort(tests) {
    const lot = ({ path }) => createHash('sha256').update(`${this.#seed} ${path}`).digest('hex');
    return [...tests].sort((a, b) => lot(a).localeCompare(lot(b)));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // The order must follow from the seed alone, so nothing of a run is kept for the next one.
  }
}
