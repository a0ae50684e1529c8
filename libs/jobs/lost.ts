/** Whether a table or its schema is not there: the database was lost since it was made, and came back without it. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000');
}
