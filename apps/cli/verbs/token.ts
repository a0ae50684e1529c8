import { type SignInRole, signInRoles } from '#identity/roles';
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
  await assertExists(options.data);
  const authority = await TokenAuthority.open(options.data);
  const issued = await authority.issue(found, { validFor: options.hours * SECONDS_IN_AN_HOUR });
  process.stdout.write(`${issued}\n`);
}
