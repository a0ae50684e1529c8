/** Where a table does not say what the log says. */
export interface Difference {
  /** The name of the view, or `index`. */
  readonly view: string;
  readonly key: string;
  readonly kind: 'missing' | 'not-in-the-log' | 'different';
  readonly detail: string;
}

/** How many differences are kept; the others are only counted. */
const most = 1_000;

/** The differences that were found: all of them are counted, and the first are kept. */
export class Found {
  readonly first: Difference[] = [];
  count = 0;

  add(difference: Difference): void {
    this.count += 1;
    if (this.first.length < most) this.first.push(difference);
  }
}
