import { join } from 'node:path';
import { z } from 'zod';
import { exampleChoices, firstExample } from '../../../test/examples/names.ts';
import { CliError } from '../terminal/failure.ts';
import { readKept, writeJson } from './files.ts';

const installation = z.object({
  /** Said to the log when it is empty; a log that has begun keeps its own. */
  purpose: z.enum(['production', 'example']),
  /** How far the worked example is: a recording that was interrupted goes on at the next start. */
  example: z.enum(['none', 'recording', 'recorded']),
  /** Which worked example, or `all`; a folder of an earlier release does not say, and holds the one that there was. */
  which: z.string().default(firstExample),
});

/** What this data folder was first started for. */
export type Installation = z.infer<typeof installation>;

export interface Wishes {
  /** An empty log for real work. */
  readonly empty: boolean;
  /** Which example, `all`, or true for the first; false: a log on which one may be recorded, without it. */
  readonly example: boolean | string;
}

const fileOf = (data: string): string => join(data, 'installation.json');

/**
 * What this data folder is for: as it was first started.
 * @throws CliError when an empty log is wanted in a folder that holds an example, or together with an example, or another
 * example than it holds, or one that does not exist; DataFolderDamagedError when what it is for cannot be read.
 */
export async function settleInstallation(data: string, wishes: Wishes): Promise<Installation> {
  assertClear(wishes);
  const found = await installationOf(data);
  if (found === undefined) {
    const made = firstInstallation(wishes);
    await saveInstallation(data, made);
    return made;
  }
  if (wishes.empty && found.purpose === 'example') {
    throw new CliError({
      nl: `De gegevensmap ${data} bevat al het fictieve voorbeeld. Kies met --data een andere map voor een lege start.`,
      en: `The data folder ${data} already holds the fictitious example. Choose another folder with --data for an empty start.`,
    });
  }
  const { example } = wishes;
  if (typeof example === 'string' && (found.purpose !== 'example' || found.which !== example)) {
    throw new CliError({
      nl: `De gegevensmap ${data} is al in gebruik voor iets anders. Kies met --data een andere map voor het voorbeeld ${example}.`,
      en: `The data folder ${data} is in use for something else already. Choose another folder with --data for the example ${example}.`,
    });
  }
  return found;
}

/** What the folder was first started for; undefined before that. @throws DataFolderDamagedError. */
export function installationOf(data: string): Promise<Installation | undefined> {
  return readKept(fileOf(data), installation);
}

function assertClear({ empty, example }: Wishes): void {
  if (typeof example !== 'string') return;
  if (empty) {
    throw new CliError({
      nl: `Kies een van beide: een leeg logboek (--empty), of het voorbeeld ${example} (--example).`,
      en: `Choose one of the two: an empty log (--empty), or the example ${example} (--example).`,
    });
  }
  if (exampleChoices.includes(example)) return;
  const names = exampleChoices.join(', ');
  throw new CliError({
    nl: `Het voorbeeld ${example} bestaat niet. Kies uit: ${names}.`,
    en: `There is no example ${example}. Choose one of: ${names}.`,
  });
}

export async function saveInstallation(data: string, value: Installation): Promise<void> {
  await writeJson(fileOf(data), value);
}

function firstInstallation(wishes: Wishes): Installation {
  const which = typeof wishes.example === 'string' ? wishes.example : firstExample;
  if (wishes.empty) return { purpose: 'production', example: 'none', which };
  return { purpose: 'example', example: wishes.example === false ? 'none' : 'recording', which };
}
