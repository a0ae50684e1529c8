import type { SignInRole } from './roles.ts';

/** Who acts: a pseudonymous id, the role, and the grant (the id of the token or of the access) under which it acts. */
export interface Principal {
  readonly actor: string;
  readonly role: SignInRole | 'participant';
  readonly grant: string;
  /** For whom, where that is told: a participant acts for an organisation (`organisation:0197…`). */
  readonly onBehalfOf?: string;
}

/** Somebody who signed in. */
export interface SignedIn extends Principal {
  readonly role: SignInRole;
}
