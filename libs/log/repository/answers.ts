import type { Refusal, Warning } from '#domain/kernel/decision';
import type { LoggedEvent } from '../contract/codec.ts';
import type { CommandMeta } from '../contract/envelope.ts';
import type { Log } from '../log.ts';
import { hasDigest, type NamedCommand } from './draft.ts';
import type { Answer, Outcome } from './outcome.ts';

/** Whoever sends it has to make it smaller: a file of applications can be split, a text shortened. */
export const tooLarge: Refusal = {
  code: 'too-large',
  nl: 'Dit is te veel om in een keer vast te leggen. Splits het bestand, of maak de teksten korter.',
  en: 'This is too much to record at once. Split the file, or make the texts shorter.',
  data: {},
  fields: [],
};

/** The answer to a command that was accepted now. */
export function accepted(
  warnings: readonly Warning[],
  { stream, revision, events, position }: Pick<Answer, 'stream' | 'revision' | 'events' | 'position'>,
): Outcome {
  const answer: Answer = {
    stream,
    events: events.map(({ id, type }) => ({ id, type })),
    warnings: warnings.map((warning) => warning.code),
    revision,
    position,
    repeated: false,
  };
  return { outcome: 'accepted', answer, warnings };
}

/** A command that came again, and where its first event stands. */
interface Repeat {
  readonly stream: string;
  readonly command: NamedCommand;
  readonly meta: CommandMeta;
  readonly first: number;
}

/**
 * What was answered the first time, made from the events that the log holds of the command.
 *
 * @throws LogUnavailable when the node does not answer in time.
 */
export async function answerAgain(log: Pick<Log, 'readStream'>, repeat: Repeat): Promise<Outcome> {
  const { stream, command, first } = repeat;
  const events = await eventsOf(log, repeat);
  const [start, last] = [events[0], events.at(-1)];
  if (!start || !last) throw new Error(`The event ${first} of ${stream} is not there any more`);
  if (!hasDigest(command, start.envelope.command.digest)) return { outcome: 'id-reused' };
  const answer: Answer = {
    stream,
    events: events.map(({ id, type }) => ({ id, type })),
    warnings: start.envelope.warnings ?? [],
    revision: last.revision,
    position: last.position,
    repeated: true,
  };
  return { outcome: 'accepted', answer, warnings: [] };
}

/** How many events are asked for at once: most commands bring one. */
const page = 50;

/** The events of one command stand behind one another, because they were appended together. */
async function eventsOf(log: Pick<Log, 'readStream'>, { stream, meta, first }: Repeat): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for (let from = first; ; from += page) {
    const found = await log.readStream(stream, { from, limit: page });
    const own = found.filter(({ envelope: e }) => e.actor === meta.actor && e.command.id === meta.commandId);
    events.push(...own);
    if (own.length < page) return events;
  }
}
