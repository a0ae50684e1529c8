import type { Step } from './step.ts';

/** A whole fictitious programme, as data. */
export interface Example {
  /** That of its folder. */
  readonly name: string;
  /** The namespace (a UUID) of its idempotency keys. It never changes: an interrupted recording is started again. */
  readonly keys: string;
  /** In order of recording. */
  readonly timeline: readonly Step[];
  /** Under which name a trajectory that comes by a file is referred to, by the name of its organisation. */
  readonly organisations: Readonly<Record<string, string>>;
}

/** Steps told by theme, put in order of recording; those of one moment keep the order of the themes. */
export function inOrder(...themes: readonly (readonly Step[])[]): readonly Step[] {
  return themes.flat().toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
