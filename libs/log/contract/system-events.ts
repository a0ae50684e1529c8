/**
 * What belongs to the server and not to the log: its users, statistics, settings and links. Some of these have a type
 * without a dollar, but then their stream has one.
 */
export function isSystem(event: { readonly stream: string; readonly type: string }): boolean {
  return event.type.startsWith('$') || event.stream.startsWith('$');
}
