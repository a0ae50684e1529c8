import type { StoryLine } from '../../data/answers/follow.ts';

/** Which lines of a story are shown; what is empty narrows nothing. */
export interface Narrowing {
  /** The type of the event, as it stands in the log. */
  readonly type: string;
  readonly role: string;
  readonly channel: string;
  /** Only corrections and retractions. */
  readonly putRight: boolean;
}

export const everything: Narrowing = { type: '', role: '', channel: '', putRight: false };

/** The same as it stands in the address of a page that is about one thing: `?rol=lead&kanaal=import&hersteld=ja`. */
export interface StorySearch {
  readonly soort?: string;
  readonly rol?: string;
  readonly kanaal?: string;
  readonly hersteld?: 'ja';
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ soort, rol, kanaal, hersteld }: Record<string, unknown>): StorySearch {
  return {
    ...(typeof soort === 'string' && soort !== '' && { soort }),
    ...(typeof rol === 'string' && rol !== '' && { rol }),
    ...(typeof kanaal === 'string' && kanaal !== '' && { kanaal }),
    ...(hersteld === 'ja' && { hersteld }),
  };
}

export function narrowingIn({ soort = '', rol = '', kanaal = '', hersteld }: StorySearch): Narrowing {
  return { type: soort, role: rol, channel: kanaal, putRight: hersteld !== undefined };
}

/** What changes in the address; what is empty clears what stood there. */
export function inAddress({ type, role, channel, putRight }: Partial<Narrowing>): Record<string, string> {
  return {
    ...(type !== undefined && { soort: type }),
    ...(role !== undefined && { rol: role }),
    ...(channel !== undefined && { kanaal: channel }),
    ...(putRight !== undefined && { hersteld: putRight ? 'ja' : '' }),
  };
}

/** What there is to choose from in a story, each once. */
export interface Choosable {
  /** In alphabetical order; none where types are not chosen from. */
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly channels: readonly string[];
  readonly hasPutRight: boolean;
}

/** Types have no words but those of the log: they are for who reads the log, such as an auditor. */
export function choosableIn(story: readonly StoryLine[], withTypes = false): Choosable {
  const once = (found: readonly (string | undefined)[]) => [...new Set(found.filter((each) => each !== undefined))];
  return {
    types: withTypes ? once(story.map(({ type }) => type)).sort() : [],
    roles: once(story.map(({ role }) => role ?? undefined)),
    channels: once(story.map(({ channel }) => channel?.kind)),
    hasPutRight: story.some(isPutRight),
  };
}

/** So much of a choice as a story offers: of another story, or of another day, something else may have been chosen. */
export function offered({ type, role, channel, putRight }: Narrowing, choosable: Choosable): Narrowing {
  return {
    type: choosable.types.includes(type) ? type : '',
    role: choosable.roles.includes(role) ? role : '',
    channel: choosable.channels.includes(channel) ? channel : '',
    putRight: putRight && choosable.hasPutRight,
  };
}

/** Whether there is anything to choose. */
export function isChoice({ types, roles, channels, hasPutRight }: Choosable): boolean {
  return types.length > 1 || roles.length > 1 || channels.length > 1 || hasPutRight;
}

/** The lines that fit, in the order of the story. */
export function narrowed(
  story: readonly StoryLine[],
  { type, role, channel, putRight }: Narrowing,
): readonly StoryLine[] {
  return story.filter(
    (line) =>
      (type === '' || line.type === type) &&
      (role === '' || line.role === role) &&
      (channel === '' || line.channel?.kind === channel) &&
      (!putRight || isPutRight(line)),
  );
}

function isPutRight({ corrects }: StoryLine): boolean {
  return corrects != null;
}
