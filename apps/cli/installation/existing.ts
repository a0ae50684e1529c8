import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { signingKeyFile } from '#identity/signing-key';
import { CliError } from '../terminal/failure.ts';

/**
 * For a command that looks at what is there, and must not make a data folder where none is.
 * @throws CliError when nothing was ever started on this folder.
 */
export async function assertExists(data: string): Promise<void> {
  await access(join(data, 'installation.json')).catch((cause: unknown) => {
    const sentence = {
      nl: `Er is geen gegevensmap ${data}. Kies een andere met --data, of begin met npm start.`,
      en: `There is no data folder ${data}. Choose another with --data, or begin with npm start.`,
    };
    throw new CliError(sentence, 1, { cause });
  });
}

/**
 * For a command that has to do with tokens. A server that runs by itself, in a container, makes its key and nothing else.
 * @throws CliError when nothing was ever started on this folder.
 */
export async function assertCanSign(data: string): Promise<void> {
  await access(signingKeyFile(data)).catch(() => assertExists(data));
}
