import { link, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, makeDurable, readIfThere, readOrMake } from './secret-file.ts';
import { newSecret, openWrappingKey, WrappingKey, wrappingKeyOf } from './wrapping-key.ts';

/** A key is wrapped by a key that is in none of the files. It is in a backup of the data folder, or it is lost. */
export class WrappingKeyMissing extends Error {
  override readonly name = 'WrappingKeyMissing';
  readonly code = 'wrapping-key-missing';
  readonly nl: string;

  constructor(readonly id: string) {
    super(
      `The wrapping key ${id} is not in the data folder: put back the file that belongs to this database, and overwrite none that is there`,
    );
    this.nl = `De inpaksleutel ${id} staat niet in de gegevensmap: zet het bestand terug dat bij deze database hoort, en overschrijf er geen.`;
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
  private readonly file: string;
  /** Ids of the keys of which `wrapping.key` holds one, also when it is gone. */
  private expected: readonly string[] = [];

  constructor(private readonly dataFolder: string) {
    this.folder = join(dataFolder, 'keys');
    this.file = join(this.folder, 'wrapping.key');
  }

  /**
   * Makes the first key when there is none, unless something is wrapped already. Then the file is lost, or this is not the
   * folder of this database, and what another key wraps would be lost as soon as the right file is put back over it. For
   * the same reason it does not begin with a file of another database, or from before the key was changed.
   *
   * @param inUse asks for the ids of the wrapping keys that wrap something.
   * @throws WrappingKeyMissing when one of them is in no file; then nothing was made.
   */
  async begin(inUse: () => Promise<readonly string[]>): Promise<void> {
    if ((await readIfThere(this.file)) === undefined) {
      this.expected = await inUse();
      if (this.expected.length === 0) await openWrappingKey(this.dataFolder);
    }
    // Where another process made the file, and wrapped with it, between the two looks, it is found now.
    await this.current();
    for (const id of await inUse()) await this.byId(id);
  }

  /**
   * The key that wraps new ones. Read anew each time: another process may have changed it.
   *
   * @throws WrappingKeyMissing when its file is gone; none is made in its place.
   */
  async current(): Promise<WrappingKey> {
    const text = await readIfThere(this.file);
    if (text === undefined) throw new WrappingKeyMissing(await this.lost());
    const key = this.keep(wrappingKeyOf(text));
    this.expected = [key.id];
    return key;
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
    await link(this.file, join(retired, `wrapping-${current.id}.key`)).catch((error: unknown) => {
      // An earlier run was interrupted right after this step.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await makeDurable(retired);
    await rename(join(this.folder, 'wrapping.next.key'), this.file);
    await makeDurable(this.folder);
  }

  /**
   * The key that was in `wrapping.key`. After a change that was interrupted that is the one that no other file holds; where
   * others hold all that are expected, nobody can tell which it was.
   */
  private async lost(): Promise<string> {
    await this.readFiles();
    return this.expected.find((id) => !this.known.has(id)) ?? this.expected.join(', ');
  }

  private async readFiles(): Promise<void> {
    await this.readListed().catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      // Between its listing and its reading the next key was put in force: it is listed under its new name now.
      return this.readListed();
    });
  }

  private async readListed(): Promise<void> {
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
