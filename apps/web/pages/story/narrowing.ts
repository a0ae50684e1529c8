import type { StoryLine } from '../../data/answers/follow.ts';

/** Which lines of a story are shown; what is empty narrows nothing. */
export interface Narrowing {
  readonly role: string;
  readonly channel: string;
  /** Only corrections and retractions. */
  readonly putRight: boolean;
}

export const everything: Narrowing = { role: '', channel: '', putRight: false };

/** What there is to choose from in a story, each once. */
export interface Choosable {
  readonly roles: readonly string[];
  readonly channels: readonly string[];
  readonly hasPutRight: boolean;
}

export function choosableIn(story: readonly StoryLine[]): Choosable {
  const once = (found: readonly (string | undefined)[]) => [...new Set(found.filter((each) => each !== undefined))];
  return {
    roles: once(story.map(({ role }) => role ?? undefined)),
    channels: once(story.map(({ channel }) => channel?.kind)),
    hasPutRight: story.some(isPutRight),
  };
}

/** So much of a choice as a story offers: of another story, or of another day, something else may have been chosen. */
export function offered({ role, channel, putRight }: Narrowing, choosable: Choosable): Narrowing {
  return {
    role: choosable.roles.includes(role) ? role : '',
    channel: choosable.channels.includes(channel) ? channel : '',
    putRight: putRight && choosable.hasPutRight,
  };
}

/** Whether there is anything to choose. */
export function isChoice({ roles, channels, hasPutRight }: Choosable): boolean {
  return roles.length > 1 || channels.length > 1 || hasPutRight;
}

/** The lines that fit, in the order of the story. */
export function narrowed(story: readonly StoryLine[], { role, channel, putRight }: Narrowing): readonly StoryLine[] {
  return story.filter(
    (line) =>
      (role === '' || line.role === role) &&
      (channel === '' || line.channel?.kind === channel) &&
      (!putRight || isPutRight(line)),
  );
}

function isPutRight({ corrects }: StoryLine): boolean {
  return corrects != null;
}
