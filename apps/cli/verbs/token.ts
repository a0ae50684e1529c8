import { randomUUID } from 'node:crypto';
import { type SignInRole, signInRoles } from '#identity/roles';
import { TokenAuthority } from '#identity/token-authority';
import { assertCanSign } from '../installation/existing.ts';
import { CliError } from '../terminal/failure.ts';
import { say } from '../terminal/language.ts';

const SECONDS_IN_AN_HOUR = 3_600;

export interface TokenOptions {
  readonly data: string;
  readonly hours: number;
  /** The pseudonymous id of whoever gets it; without it, somebody who had none before. */
  readonly actor?: string;
}

/**
 * `samenspel token ROLE`: prints a new token, signed with the key of the data folder. It is of one person, so that the log can
 * tell one lead from another; who that is, is said to people only, so that a program gets the token and nothing else.
 */
export async function token(role: string, options: TokenOptions): Promise<void> {
  const found = signInRoles.find((known): known is SignInRole => known === role);
  if (!found) {
    const roles = signInRoles.join(', ');
    throw new CliError({ nl: `Onbekende rol ${role}; kies ${roles}.`, en: `Unknown role ${role}; choose ${roles}.` });
  }
  await assertCanSign(options.data);
  const authority = await TokenAuthority.open(options.data);
  const { actor = randomUUID() } = options;
  const issued = await authority.issue(found, { actor, validFor: options.hours * SECONDS_IN_AN_HOUR });
  process.stdout.write(`${issued}\n`);
  if (options.actor === undefined) process.stderr.write(`${say(somebodyNew(actor))}\n`);
}

function somebodyNew(actor: string) {
  return {
    nl: `Wie dit token krijgt, is in het logboek een nieuwe persoon. Geef dezelfde persoon een volgend token met --actor ${actor}`,
    en: `Who gets this token is somebody new in the log. Give the same person a next token with --actor ${actor}`,
  };
}
