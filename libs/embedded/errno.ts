/**
 * The code of a system error (`ENOENT`, `EEXIST`…) or of a driver's, or null. Not by `instanceof`: an error of
 * Node's own may come from another realm than ours, as it does under the test runner.
 */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
