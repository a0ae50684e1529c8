/** The roles that a token can carry; what each may do stands in docs/api.md. */
export type Role = 'lead' | 'auditor' | 'reporter' | 'admin';

export interface Session {
  readonly token: string;
  readonly role: Role;
  /** Pseudonymous: who signed in. */
  readonly actor: string;
  /** Moment, in milliseconds, at which the token ends. */
  readonly expiresAt: number;
}

const roles: readonly string[] = ['lead', 'auditor', 'reporter', 'admin'] satisfies Role[];

/**
 * What a token says of itself, or undefined when it is no token. Only to show: whether it is true is for the server.
 */
export function readToken(token: string): Session | undefined {
  try {
    const content = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(content.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { sub, role, exp } = claims as { sub?: unknown; role?: unknown; exp?: unknown };
    if (typeof sub !== 'string' || typeof role !== 'string' || !isRole(role) || typeof exp !== 'number')
      return undefined;
    return { token, role, actor: sub, expiresAt: exp * 1000 };
  } catch {
    return undefined;
  }
}

function isRole(role: string): role is Role {
  return roles.includes(role);
}
