import type { paths } from '../../api/schema.d.ts';
import type { Posting } from '../../data/posting.ts';
import type { MessageId } from '../words.tsx';
import type { Field } from './fields.ts';

type Path = Extract<
  keyof paths,
  `/v1/trajectories/{id}/${string}` | `/v1/pledges/{id}/${string}` | `/v1/meetings/{id}/${string}`
>;
type BodyOf<P extends Path> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
/** The fields of a form are those of the body of its command, and `layer`, which stands in the path. */
type FieldOf<P extends Path> = Field & { readonly name: keyof BodyOf<P> | 'layer' };

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
export function addressed(path: Path, id: string, content: Record<string, unknown>): Posting {
  const { layer: of, ...rest } = content;
  const address = path.replace('{id}', encodeURIComponent(id)).replace('{layer}', encodeURIComponent(String(of ?? '')));
  return { address, content: path.includes('{layer}') ? rest : content };
}
