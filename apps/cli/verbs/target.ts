import type { SignInRole } from '#identity/roles';
import { TokenAuthority } from '#identity/token-authority';
import { whereaboutsOf } from '../installation/whereabouts.ts';
import { CliError } from '../terminal/failure.ts';

/** How a command finds the installation: by its data folder, or by address and token. */
export interface Target {
  readonly data: string;
  readonly url?: string;
  readonly token?: string;
}

/** Longer than any command takes, in seconds. */
const VALID_FOR = 3_600;

/**
 * The address of this target, and a token of that role. The token is made for this command with the key of the data folder:
 * an installation runs for weeks, and a token for hours. It goes to the installation of that folder and nowhere else.
 * @throws CliError when nothing runs there, or when another address is given without a token for it.
 */
export async function signIn(target: Target, role: SignInRole): Promise<{ url: string; token: string }> {
  const given = target.url === undefined ? undefined : addressOf(target.url);
  if (given !== undefined && target.token !== undefined) return { url: given, token: target.token };
  const own = await whereaboutsOf(target.data);
  if (given !== undefined && given !== own?.url) throw tokenMissing(given);
  if (own) return { url: own.url, token: target.token ?? (await freshToken(target.data, role)) };
  throw new CliError({
    nl: `Er draait geen Samenspel op de gegevensmap ${target.data}. Start het met npm start, of geef --url en --token.`,
    en: `No Samenspel runs on the data folder ${target.data}. Start it with npm start, or give --url and --token.`,
  });
}

/** A token for what one command does. */
export async function freshToken(data: string, role: SignInRole): Promise<string> {
  const authority = await TokenAuthority.open(data);
  return authority.issue(role, { validFor: VALID_FOR });
}

/**
 * An address as it is given on the command line, without the slash at its end.
 * @throws CliError when it is none.
 */
export function addressOf(text: string, option = '--url'): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text.replace(/\/+$/, '');
  throw new CliError({
    nl: `Bij ${option} hoort een adres als http://127.0.0.1:8080, en niet ‘${text}’.`,
    en: `With ${option} goes an address such as http://127.0.0.1:8080, and not ‘${text}’.`,
  });
}

function tokenMissing(url: string): CliError {
  return new CliError({
    nl: `Geef bij ${url} ook --token: de tokens van deze gegevensmap zijn alleen voor de installatie die erop draait.`,
    en: `Give --token with ${url}, too: the tokens of this data folder are only for the installation that runs on it.`,
  });
}
