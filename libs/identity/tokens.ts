import { type SignInRole, signInRoles } from './roles.ts';
import { type IssueOptions, TokenAuthority } from './token-authority.ts';

/** A token for each role, with the key of this data folder: what `npm start` prints and the command line uses. */
export async function issueTokens(
  dataFolder: string,
  options: Omit<IssueOptions, 'actor'> = {},
): Promise<Record<SignInRole, string>> {
  const authority = await TokenAuthority.open(dataFolder);
  const tokens = await Promise.all(signInRoles.map(async (role) => [role, await authority.issue(role, options)]));
  return Object.fromEntries(tokens);
}
