import type { Organisation } from '#domain/register/events';
import { defineView } from '../engine/view-definition.ts';

export interface RegisterRow {
  /** The day of the source. */
  readonly release: string;
  readonly source: string;
  readonly organisations: readonly Organisation[];
}

/** One row: the last release of the organisation register, whole. */
export const registerView = defineView<RegisterRow>({
  name: 'register',
  version: 1,
  subject: 'register',
  on: { 'register.released.v1': (_row, { data }) => data },
});
