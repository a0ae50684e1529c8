/** The codes that the error, and what caused it, carry: of the operating system, of PostgreSQL, of the network. */
export function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return 'cause' in error ? [...own, ...codesOf(error.cause)] : own;
}
