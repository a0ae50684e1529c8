import { defineView } from '../engine/view-definition.ts';

export interface ImportRow {
  readonly import: string;
  readonly programme: string;
  readonly kind: 'applications';
  readonly sha256: string;
  /** Rows of the file. */
  readonly rows: number;
  readonly acceptedAt: string;
  /** Null while its rows are still being recorded. `refused` rows fitted at first, and no longer at their turn. */
  readonly completed: {
    readonly at: string;
    readonly recorded: number;
    readonly known: number;
    readonly refused: number;
  } | null;
}

/** One row for each import: what was accepted, and whether all of it was recorded. */
export const importView = defineView<ImportRow>({
  name: 'import',
  version: 2,
  subject: 'import',
  on: {
    'import.accepted.v1': (_row, { recordedAt, data }) => ({
      import: data.import,
      programme: data.programme,
      kind: data.kind,
      sha256: data.sha256,
      rows: data.rows.length,
      acceptedAt: recordedAt,
      completed: null,
    }),
    'import.completed.v1': (row, { recordedAt, data: { recorded, known } }) =>
      row && { ...row, completed: { at: recordedAt, recorded, known, refused: row.rows - recorded - known } },
  },
});
