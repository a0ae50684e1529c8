export interface AcceptedImport {
  readonly status: 'accepted' | 'completed';
  readonly import: string;
  readonly programme: string;
  readonly sha256: string;
  /** The number of rows. */
  readonly rows: number;
}

export type ImportState = { readonly status: 'unknown' } | AcceptedImport;
