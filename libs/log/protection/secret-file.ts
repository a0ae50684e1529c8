import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The text of a file that is made once, on first use, and readable by its owner only. Processes that start together end
 * up with the same text: the file is linked into place whole, and only if it is not there yet. Each writes a draft of
 * its own, never told apart by process id: in containers that share a folder every process has the same one, and a
 * draft that is written again after it was linked would change a key that is in use.
 *
 * A file that was not there is on the disk for good when this answers, and so is the folder that was made for it.
 */
export async function readOrMake(file: string, make: () => string): Promise<string> {
  const present = await readIfThere(file);
  if (present !== undefined) return present;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await write(draft, make());
    await link(draft, file);
  } catch (error) {
    // Another process was first: its text is the one.
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  // By the process that was second, too: what it does with the text must not outlast the file.
  await makeDurable(dirname(file));
  await makeDurable(dirname(dirname(file)));
  return readFile(file, 'utf8');
}

/** The text of a file; undefined when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name in a folder is on the disk only when the folder is. */
export async function makeDurable(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The code of the operating system, when it is an error of that. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
