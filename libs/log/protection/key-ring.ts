import { link, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, readOrMake } from './secret-file.ts';
import { newSecret, openWrappingKey, WrappingKey, wrappingKeyOf } from './wrapping-key.ts';

/** A key is wrapped by a key that is in none of the files. It is in a backup of the data folder, or it is lost. */
export class WrappingKeyMissing extends Error {
  override readonly name = 'WrappingKeyMissing';

  constructor(readonly id: string) {
    super(`The wrapping key ${id} is not in the data folder: put back the file that belongs to this database`);
  }
}

/**
 * The wrapping keys of a data folder, in `keys/`:
 *
 * - `wrapping.key` wraps new keys;
 * - `wrapping.next.key` is there while the wrapping key is being changed, or when that was interrupted;
 * - `retired/wrapping-ID.key` were set aside. Only backups from before the change still need them; once those are gone,
 *   the files are to be destroyed.
 *
 * What a key wrapped says by which id, so that all of them can be read at any moment.
 */
export class KeyRing {
  private readonly known = new Map<string, WrappingKey>();
  private readonly folder: string;

  private constructor(private readonly dataFolder: string) {
    this.folder = join(dataFolder, 'keys');
  }

  /** Makes the first key when there is none. */
  static async open(dataFolder: string): Promise<KeyRing> {
    const ring = new KeyRing(dataFolder);
    await ring.current();
    return ring;
  }

  /** The key that wraps new ones. Read anew each time: another process may have changed it. */
  async current(): Promise<WrappingKey> {
    return this.keep(await openWrappingKey(this.dataFolder));
  }

  /** @throws WrappingKeyMissing */
  async byId(id: string): Promise<WrappingKey> {
    if (!this.known.has(id)) await this.readFiles();
    const key = this.known.get(id);
    if (!key) throw new WrappingKeyMissing(id);
    return key;
  }

  /** The key that will be the next; made when no change is under way. It is on the disk for good when this answers. */
  async next(): Promise<WrappingKey> {
    const text = await readOrMake(join(this.folder, 'wrapping.next.key'), newSecret);
    await makeDurable(this.folder);
    return this.keep(wrappingKeyOf(text));
  }

  /** Puts the next key in the place of the current one, which is set aside first. Does nothing when that is done. */
  async promote(next: WrappingKey): Promise<void> {
    const current = await this.current();
    if (current.id === next.id) return;
    const retired = join(this.folder, 'retired');
    await mkdir(retired, { recursive: true, mode: 0o700 });
    const file = join(this.folder, 'wrapping.key');
    await link(file, join(retired, `wrapping-${current.id}.key`)).catch((error: unknown) => {
      // An earlier run was interrupted right after this step.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await makeDurable(retired);
    await rename(join(this.folder, 'wrapping.next.key'), file);
    await makeDurable(this.folder);
  }

  private async readFiles(): Promise<void> {
    for (const folder of [this.folder, join(this.folder, 'retired')]) {
      const files = await readdir(folder).catch(() => []);
      for (const file of files.filter((name) => /^wrapping\b.*\.key$/.test(name))) {
        this.keep(wrappingKeyOf(await readFile(join(folder, file), 'utf8')));
      }
    }
  }

  private keep(key: WrappingKey): WrappingKey {
    this.known.set(key.id, key);
    return key;
  }
}

/** A name in a folder is on the disk only when the folder is. */
async function makeDurable(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
