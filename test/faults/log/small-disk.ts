import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of its own, small enough to be filled. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all room but so many bytes; what was taken before is given back first. */
  fill(leaving: number): Promise<void>;
  /** Gives back what \`fill\` took. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** @returns null where this user may not mount: then there is no honest way to fill a disk without harming others. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'samenspel-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', path]);
  } catch {
    await rm(path, { recursive: true, force: true });
    return null;
  }
  const filler = join(path, 'filler');
  const free = (): Promise<void> => rm(filler, { force: true });
  return {
    path,
    free,
    fill: async (leaving) => {
      await free();
      const { bavail, bsize } = await statfs(path);
      const file = await open(filler, 'w');
      const chunk = Buffer.alloc(64 * 1024, 1);
      try {
        for (let left = bavail * bsize - leaving; left > 0; left -= chunk.length) {
          await file.write(chunk.subarray(0, Math.min(left, chunk.length)));
        }
      } catch (error) {
        // Others took room at the same time: then it is as full as was asked.
        if (!isFull(error)) throw error;
      } finally {
        await file.close();
      }
    },
    remove: async () => {
      await run('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';
}
