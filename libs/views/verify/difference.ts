/** Where a table does not say what the log says. */
export interface Difference {
  /** The name of the view, or `index`. */
  readonly view: string;
  readonly key: string;
  readonly kind: 'missing' | 'not-in-the-log' | 'different';
  readonly detail: string;
}
