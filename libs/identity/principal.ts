import type { SignInRole } from './roles.ts';

/** Who acts: a pseudonymous id, the role, and the grant (the id of the token) under which it acts. */
export interface Principal {
  readonly actor: string;
  readonly role: SignInRole;
  readonly grant: string;
}
