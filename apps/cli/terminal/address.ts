import { readFile } from 'node:fs/promises';
import { CliError } from './failure.ts';

/**
 * An address as it is given, or what stands in the file of `@FILE`: a connection string may hold a password, and what
 * stands on a command line is there for every user to read.
 * @throws CliError when the file cannot be read.
 */
export async function addressIn(text: string): Promise<string> {
  if (!text.startsWith('@')) return text;
  const file = text.slice(1);
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    const sentence = { nl: `Het bestand ${file} is niet te lezen.`, en: `The file ${file} cannot be read.` };
    throw new CliError(sentence, 1, { cause });
  });
  return content.trim();
}
