import type { Role } from '#log/contract/envelope';

/** The roles that can sign in. Participants act by a link that the lead gave them, the system itself in other ways. */
export const signInRoles = ['lead', 'auditor', 'reporter', 'admin'] as const;

export type SignInRole = (typeof signInRoles)[number] & Role;

/**
 * What a route asks for:
 * - `change`: record a fact or take a decision, import a file;
 * - `follow`: lists and figures, without free text;
 * - `inspect`: one trajectory, network, meeting or import in full, with its free text;
 * - `audit`: stories and comparisons, with actors, reasons and free text;
 * - `report`: reports and their runs;
 * - `oversee`: how the installation is doing: figures, rows that could not be made;
 * - `operate`: put right what went wrong in it.
 */
export const permissions = ['change', 'follow', 'inspect', 'audit', 'report', 'oversee', 'operate'] as const;

export type Permission = (typeof permissions)[number];

/** Who may do what, whole. A permission that is not in a role's list is refused. */
const allowed: Readonly<Record<SignInRole, readonly Permission[]>> = {
  lead: ['change', 'follow', 'inspect', 'audit', 'report'],
  auditor: ['follow', 'inspect', 'audit', 'report', 'oversee'],
  reporter: ['follow', 'report'],
  admin: permissions,
};

/** Whether the role may do this. */
export function may(role: SignInRole, permission: Permission): boolean {
  return allowed[role].includes(permission);
}

/** The roles that have this permission, for the documentation of a route. */
export function rolesWith(permission: Permission): SignInRole[] {
  return signInRoles.filter((role) => may(role, permission));
}
