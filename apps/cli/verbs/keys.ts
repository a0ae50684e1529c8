import { openDatabase } from '#log/database';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import type { KeySchema } from '#log/protection/key-store';
import { openKeyStore } from '#log/protection/open-vault';
import { type Rotated, rotateWrappingKey } from '#log/protection/rotation';
import { withEngines } from '../start/with-engines.ts';
import { addressIn } from '../terminal/address.ts';
import { CliError } from '../terminal/failure.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';

export interface RotateOptions {
  readonly data: string;
  /** `postgresql://…`, or `@FILE` that holds it; without it, the database of the data folder. */
  readonly database?: string;
  readonly json: boolean;
}

/**
 * `samenspel keys rotate`: changes the wrapping key of a data folder, while its installation runs or not. Run again after
 * an interruption it goes on where it was.
 * @throws CliError when a wrapping key is missing; then nothing has changed.
 */
export async function rotate({ data, database, json }: RotateOptions): Promise<void> {
  if (json) leaveOutputToPrograms();
  const rotated = database
    ? await rotateOn(await addressIn(database), data)
    : await withEngines(data, ({ databaseUrl }) => rotateOn(databaseUrl, data));
  if (json) jsonLine(rotated);
  const { from, to, rewrapped } = rotated;
  line({
    nl: `${rewrapped} sleutels zijn opnieuw ingepakt. De nieuwe inpaksleutel is ${to}; de oude staat in keys/retired/wrapping-${from}.key. Bewaar die zolang er reservekopieën van de database van vóór vandaag zijn, en vernietig hem daarna.`,
    en: `${rewrapped} keys were wrapped anew. The new wrapping key is ${to}; the old one is in keys/retired/wrapping-${from}.key. Keep it as long as there are backups of the database from before today, and destroy it then.`,
  });
}

async function rotateOn(databaseUrl: string, data: string): Promise<Rotated> {
  const database = openDatabase<KeySchema>(databaseUrl, () => undefined, 2);
  const bar = progress({ nl: 'sleutels opnieuw ingepakt', en: 'keys wrapped anew' });
  try {
    return await rotateWrappingKey(await openKeyStore(database, data), (done, total) => bar.to(done, total));
  } catch (error) {
    if (!(error instanceof WrappingKeyMissing)) throw error;
    const sentence = {
      nl: `De inpaksleutel ${error.id} staat niet in ${data}. Zet het bestand terug dat bij deze database hoort, en overschrijf er geen.`,
      en: `The wrapping key ${error.id} is not in ${data}. Put back the file that belongs to this database, and overwrite none that is there.`,
    };
    throw new CliError(sentence, 1, { cause: error });
  } finally {
    bar.end();
    await database.destroy();
  }
}
