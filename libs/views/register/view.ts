import type { Organisation } from '#domain/register/events';
import { defineView } from '../engine/view-definition.ts';
import { changed } from '../folding.ts';

export interface RegisterRow {
  /** The day of the source; null for the row of what was added. */
  readonly release: string | null;
  readonly source: string | null;
  readonly organisations: readonly Organisation[];
}

/** The organisation, in the place that it has or behind the others. */
function withOrganisation(row: RegisterRow | undefined, organisation: Organisation): RegisterRow {
  const { organisations = [] } = row ?? {};
  const others = organisations.some(({ id }) => id === organisation.id)
    ? changed(
        organisations,
        ({ id }) => id === organisation.id,
        () => organisation,
      )
    : [...organisations, organisation];
  return { release: null, source: null, organisations: others };
}

/** Two rows: the last release of the organisation register, whole, and the organisations that were added to it. */
export const registerView = defineView<RegisterRow>({
  name: 'register',
  version: 2,
  subject: 'register',
  on: {
    'register.released.v1': (_row, { data }) => data,
    'register.organisation-added.v1': (row, { data }) => withOrganisation(row, data),
    'register.organisation-changed.v1': (row, { data }) => withOrganisation(row, data),
  },
});
