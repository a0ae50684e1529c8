import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from '../terminal/failure.ts';
import { readJson, writeJson } from './files.ts';

const installation = z.object({
  /** Said to the log when it is empty; a log that has begun keeps its own. */
  purpose: z.enum(['production', 'example']),
  /** How far the worked example is: a recording that was interrupted goes on at the next start. */
  example: z.enum(['none', 'recording', 'recorded']),
});

/** What this data folder was first started for. */
export type Installation = z.infer<typeof installation>;

export interface Wishes {
  /** An empty log for real work. */
  readonly empty: boolean;
  /** False: a log on which the example may be recorded, without it. */
  readonly example: boolean;
}

const fileOf = (data: string): string => join(data, 'installation.json');

/**
 * What this data folder is for: as it was first started.
 * @throws CliError when an empty log is wanted in a folder that holds the example.
 */
export async function settleInstallation(data: string, wishes: Wishes): Promise<Installation> {
  const found = await readJson(fileOf(data), installation);
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
  return found;
}

export async function saveInstallation(data: string, value: Installation): Promise<void> {
  await writeJson(fileOf(data), value);
}

function firstInstallation(wishes: Wishes): Installation {
  if (wishes.empty) return { purpose: 'production', example: 'none' };
  return { purpose: 'example', example: wishes.example ? 'recording' : 'none' };
}
