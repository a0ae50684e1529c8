let latest: string | undefined;

/** The position of the last command of this tab: a question that names it has that command in its answer. */
export function latestPosition(): string | undefined {
  return latest;
}

/** Remembers the position that a command was answered with. */
export function rememberPosition(position: string | undefined): void {
  if (position !== undefined) latest = position;
}
