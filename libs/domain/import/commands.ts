import type { DataOf, Decide } from '../kernel/command.ts';
import type { ClearText } from '../kernel/text.ts';
import type { ImportEvent } from './events.ts';

/**
 * A line as it was read from the file, nothing checked but its columns. `organisation` is a CBS code or an id,
 * `network` an id or the name of one of the programme's networks, `appliedOn` a day (`2025-10-14`).
 */
export interface ReadApplication {
  /** The line of the file, the heading being line 1. */
  readonly line: number;
  readonly organisation: string;
  readonly network: string;
  readonly appliedOn: string;
  readonly contactRole: string;
  readonly category?: string | undefined;
  readonly question?: ClearText | undefined;
}

/** `sha256` is that of the file, in hexadecimal. */
interface ReadFile {
  readonly import: string;
  readonly programme: string;
  readonly kind: 'applications';
  readonly sha256: string;
  readonly rows: readonly ReadApplication[];
}

export type ImportCommand =
  | Decide<'accept-import', ReadFile>
  | Decide<'complete-import', DataOf<ImportEvent, 'import.completed.v1'>>;
