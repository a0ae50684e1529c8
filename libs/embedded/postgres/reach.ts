import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.ts';

/** Where PostgreSQL runs from, where its data are, and as whom it runs. */
export interface Placement {
  readonly binaries: Binaries;
  /** Holds the cluster (`data`), and its log. Owned by the user that PostgreSQL runs as. */
  readonly home: string;
  /** Only when we are root: the ordinary user that PostgreSQL runs as instead. */
  readonly user: SystemUser | null;
}

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The file system as a test may bend it. */
export interface PlacementOptions {
  /** Where root keeps what an ordinary user must reach; an absolute folder that such a user can enter. */
  readonly systemFolder?: string;
  readonly binaries?: Binaries;
  /** Which users to try, in order. */
  readonly users?: readonly string[];
}

/**
 * Whether a user can enter every folder on the way to a path, and enter or run what is there, by the mode bits. Access lists are not looked at: they
 * could only make us choose the system folder where it was not needed, or fail with PostgreSQL's own clear message.
 */
export async function canReach(path: string, user: SystemUser): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
