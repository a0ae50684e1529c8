import { openDataFolder } from '#embedded/folder/data-folder';
import { Log } from '#log/log';
import { release } from '#log/release';
import { verify as compare, type Verification } from '#views/verify';
import { Views } from '#views/views';
import { endOrphans } from '../installation/children.ts';
import { choosePorts } from '../installation/ports.ts';
import { settleInstallation } from '../installation/purpose.ts';
import { readRunInfo } from '../installation/run-info.ts';
import { Installation } from '../start/installation.ts';
import { CliError } from '../terminal/failure.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly json: boolean;
}

/**
 * `samenspel verify`: folds the log afresh and compares the outcome with every row and row version of the views. Uses
 * the engines of the running installation; where none runs, it starts them itself, under the run lock.
 * @throws CliError (exit code 3) when there is a difference.
 */
export async function verify({ data, json }: VerifyOptions): Promise<void> {
  if (json) leaveOutputToPrograms();
  const running = await readRunInfo(data);
  const found = running ? await verifyOn(running.logUrl, running.databaseUrl) : await verifyStopped(data);
  say(found, json);
}

async function verifyStopped(data: string): Promise<Verification> {
  const folder = await openDataFolder(data, { release });
  try {
    const { purpose } = await settleInstallation(folder.path, { empty: false, example: false });
    await endOrphans(folder.path);
    const ports = await choosePorts(folder.path);
    const onGiveUp = (sentence: { nl: string; en: string }): void => line(sentence);
    const installation = new Installation({ data: folder.path, port: 0, ports, purpose, onGiveUp });
    try {
      await installation.startEngines();
      return await verifyOn(installation.logUrl, installation.databaseUrl);
    } finally {
      await installation.stop();
    }
  } finally {
    await folder.close();
  }
}

async function verifyOn(logUrl: string, databaseUrl: string): Promise<Verification> {
  const log = await Log.connect(logUrl, { purpose: 'production', now: () => new Date().toISOString() });
  try {
    const views = await Views.open({ databaseUrl, log });
    const bar = progress({ nl: 'Gebeurtenissen gevouwen', en: 'Events folded' });
    try {
      return await compare({ views, onProgress: (done, total) => bar.to(done, total) });
    } finally {
      bar.end();
      await views.close();
    }
  } finally {
    await log.close();
  }
}

function say(found: Verification, json: boolean): void {
  const { ordinal, events, rows, versions, differences } = found;
  if (json) jsonLine({ ordinal, events, rows, versions, differences });
  line({
    nl: `Tot volgnummer ${ordinal}: ${events} gebeurtenissen gevouwen, ${rows} rijen en ${versions} rijversies vergeleken.`,
    en: `Up to ordinal ${ordinal}: ${events} events folded, ${rows} rows and ${versions} row versions compared.`,
  });
  if (differences.length === 0) {
    line({ nl: 'Geen verschil.', en: 'No difference.' });
    return;
  }
  for (const difference of differences.slice(0, 20)) line(`  ${JSON.stringify(difference)}`);
  const count = differences.length;
  throw new CliError({ nl: `${count} verschillen.`, en: `${count} differences.` }, 3);
}
