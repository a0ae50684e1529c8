import type { CommandPath, ContentOf, Posting } from '../../data/posting.ts';
import type { RetractAt } from '../saved.tsx';
import type { MessageId } from '../words.tsx';
import type { Field } from './fields.ts';

/** The commands of which a form can be described here: those about one thing. */
type Path = Extract<CommandPath, `/v1/${string}/{id}/${string}`>;
/** What stands in a path beside the id: `layer` in `/commitments/{layer}/requests`. */
type InPath<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<Name, 'id'> | InPath<Rest>
  : never;
/** The fields of a form are those of the body of its command, and what stands in its path. */
type FieldOf<P extends Path> = Field & { readonly name: keyof ContentOf<P> | InPath<P> };

/** A command that a form sends: its path, and what is to be filled in. */
export interface Command {
  readonly key: string;
  readonly label: MessageId;
  readonly path: Path;
  readonly fields: readonly Field[];
}

/** A command with its fields, held to the API by their names. */
export function command<P extends Path>(label: MessageId, path: P, ...fields: readonly FieldOf<P>[]): Command {
  return { key: label, label, path, fields };
}

/** What is taken back at what the command made, not at what it is about. */
const made: Partial<Record<Path, RetractAt>> = {
  '/v1/programmes/{id}/interests': 'trajectories',
  '/v1/programmes/{id}/applications': 'trajectories',
  '/v1/programmes/{id}/pledges': 'pledges',
  '/v1/programmes/{id}/pledge-requests': 'pledges',
  '/v1/trajectories/{id}/pledges': 'pledges',
  '/v1/trajectories/{id}/pledge-requests': 'pledges',
};

/** Where a fact is taken back: nowhere when it is a decision; without an id at what was made. */
export function takenBack(path: Path, id: string): { readonly at?: RetractAt; readonly id?: string } {
  const at = made[path];
  if (at !== undefined) return { at };
  const own = (['trajectories', 'meetings', 'pledges'] as const).find((each) => path.startsWith(`/v1/${each}/`));
  return own === undefined ? {} : { at: own, id };
}

/** Where what is typed in the form of a command is kept until it is recorded. */
export function commandDraft(id: string, key: string): string {
  return `${id}.${key}`;
}

/** A command as it is sent: what stands in the path is taken out of the content. */
export function addressed(path: string, id: string, content: Record<string, unknown>): Posting {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values: Record<string, unknown> = { ...content, id };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
  const rest = Object.entries(content).filter(([name]) => name === 'id' || !inPath.includes(name));
  return { address, content: Object.fromEntries(rest) };
}
