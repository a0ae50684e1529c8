import type { CommandPath, ContentOf, Posting } from '../../data/posting.ts';
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
