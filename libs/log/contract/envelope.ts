import { z } from 'zod';
import { id, key } from '#domain/kernel/names';
import { subjectKinds } from '#domain/kernel/subject';
import { protectedText } from '#domain/kernel/text';
import { instant, occurredOn } from '#domain/kernel/time';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const subject = z
  .string()
  .max(200)
  .refine((s) => subjectKinds.some((kind) => s.startsWith(`${kind}:`)), 'a subject is kind:id');

/** By which way an event came in. An imported fact points to the file and the line that it stood on. */
export const channel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('api') }),
  z.strictObject({ kind: z.literal('cli') }),
  z.strictObject({ kind: z.literal('import'), line: z.int().min(1), sha256 }),
  z.strictObject({ kind: z.literal('reaction'), name: key }),
]);

/** In canonical order, so that what comes out of the check is printed as it is. */
const fields = z.strictObject({
  /** Pseudonymous. */
  actor: id,
  causation: id,
  channel,
  /** `digest` is the SHA-256 of the command without its protected text: the same id with another content is refused. */
  command: z.strictObject({ digest: sha256, id, type: key }),
  corrects: z.strictObject({ event: id, kind: z.enum(['correction', 'retraction']), reason: protectedText }).optional(),
  correlation: id,
  /** The id of the token or authority under which the actor acted. */
  grant: z.string().min(1).max(100),
  /** The id of the log's first event; an event of another log is refused. */
  log: id,
  occurredOn: occurredOn.optional(),
  onBehalfOf: subject.optional(),
  /** The partition. Absent for what belongs to no programme: the register, the log itself. */
  programme: id.optional(),
  publication: z.enum(['programme', 'participants', 'public']),
  recordedAt: instant,
  release: z.string().max(40),
  retention: z.enum(['permanent', 'years-7', 'years-20']),
  role: z.enum(['lead', 'auditor', 'reporter', 'admin', 'participant', 'system']),
  subjects: z.array(subject).min(1).max(2_000),
  v: z.literal(1),
  /** Codes of the warnings that were given when it was recorded. */
  warnings: z.array(key).max(20).optional(),
});

/**
 * What stands around every event, version 1. Decision record 0002 gives the reason for each field. Compiled, because it
 * is checked for every event read or recorded.
 */
export const envelope = z.compile(fields);

export type Envelope = z.infer<typeof envelope>;
export type Channel = z.infer<typeof channel>;
export type Role = Envelope['role'];

/** Every role in which something can have been recorded, and every kind of channel. */
export const roles: readonly Role[] = fields.shape.role.options;
export const channelKinds: readonly Channel['kind'][] = channel.options.map(({ shape }) => shape.kind.value);

/** Who acts, under what authority and by which way: what a command carries besides its content. */
export interface CommandMeta {
  /** The idempotency id of the command; the same id of the same actor is the same command. */
  readonly commandId: string;
  readonly actor: string;
  readonly role: Role;
  readonly grant: string;
  readonly onBehalfOf?: string;
  readonly channel: Channel;
  /** The moment of recording, UTC with milliseconds. */
  readonly at: string;
  readonly causation?: string;
  readonly correlation?: string;
  /** From `If-Match`: the stream's revision that the actor has seen. Without it, conflicts are retried. */
  readonly expectedRevision?: number;
}
