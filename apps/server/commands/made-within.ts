import { derivedId } from '#commands/ids';
import type { CommandMeta } from '#log/contract/envelope';
import type { Reply } from './reply.ts';

/** What is made, in the stream of which thing. */
export interface Place {
  readonly name: 'question' | 'support' | 'report-schedule';
  readonly within: string;
}

/**
 * Makes something in a stream that is there. One key may be sent for two things: the id of what is made follows from both,
 * the command and where it is made, or the second would be taken for the first wherever that id is looked up.
 *
 * In earlier releases it followed from the command alone. A command that was answered then is known by its content, of which that id
 * is a part: sent again, it is recognised with the old id, and answered as the first time.
 */
export async function madeWithin(
  { name, within }: Place,
  meta: CommandMeta,
  send: (id: string) => Promise<Reply>,
): Promise<Reply> {
  const reply = await send(derivedId(meta.commandId, `${name}/${within}`));
  return reply.outcome.outcome === 'id-reused' ? send(derivedId(meta.commandId, name)) : reply;
}
