import { access } from 'node:fs/promises';
import { type SignInRole, signInRoles } from '#identity/roles';
import { signingKeyFile } from '#identity/signing-key';
import { TokenAuthority } from '#identity/token-authority';
import { assertExists } from '../installation/existing.ts';
import { CliError } from '../terminal/failure.ts';

const SECONDS_IN_AN_HOUR = 3_600;

/** `samenspel token ROLE`: prints a new token, signed with the key of the data folder. */
export async function token(role: string, options: { data: string; hours: number }): Promise<void> {
  const found = signInRoles.find((known): known is SignInRole => known === role);
  if (!found) {
    const roles = signInRoles.join(', ');
    throw new CliError({ nl: `Onbekende rol ${role}; kies ${roles}.`, en: `Unknown role ${role}; choose ${roles}.` });
  }
  if (!(await hasSigningKey(options.data))) await assertExists(options.data);
  const authority = await TokenAuthority.open(options.data);
  const issued = await authority.issue(found, { validFor: options.hours * SECONDS_IN_AN_HOUR });
  process.stdout.write(`${issued}\n`);
}

/** A server that runs by itself, in a container, makes its key here and nothing else. */
async function hasSigningKey(data: string): Promise<boolean> {
  return access(signingKeyFile(data)).then(
    () => true,
    () => false,
  );
}
