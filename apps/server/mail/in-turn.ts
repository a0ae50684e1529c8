import type { CommandMeta } from '#log/contract/envelope';
import type { MailTurns } from '#reporting/mail/mail-turns';
import type { Mail, Mailer } from '#reporting/mail/mailer';
import type { Reply } from '../commands/reply.ts';
import { Problem, problem } from '../http/problem.ts';
import { sendMail } from './send-mail.ts';

/** A command that sends a mail and records that on an item: everything by which another mail is another command. */
interface MailCommand {
  readonly id: string;
  readonly meta: Pick<CommandMeta, 'commandId'>;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Sends one mail. @throws Problem as `sendMail`. */
export type Send = (mail: Omit<Mail, 'commandId'>) => Promise<void>;

/** Of the parts, what is needed for this. */
interface MailParts {
  readonly mailer: Pick<Mailer, 'send'> | undefined;
  readonly mailTurns: MailTurns;
  readonly useCases: {
    itemHistory(id: string): Promise<readonly { readonly envelope: { readonly command: { readonly id: string } } }[]>;
  };
}

/**
 * Does the work of such a command, which sends nothing when that was recorded already, while no other request under its id
 * does. One that comes while the same mail is under way sends nothing: it waits until that is recorded.
 *
 * @throws Problem 409 when it waited and nothing was recorded: by then nobody can tell whether the mail went
 * (`mail-outcome-unknown`), or it is still under way or was not sent (`mail-under-way`).
 */
export async function inTurn(
  parts: MailParts,
  command: MailCommand,
  work: (send: Send) => Promise<Reply>,
): Promise<Reply> {
  const { id, content } = command;
  const { commandId } = command.meta;
  const turn = await parts.mailTurns.enter(commandId, content);
  if (turn === 'another') return { id, outcome: { outcome: 'id-reused' } };
  if (turn === 'taken') {
    const isUnknown = !(await isRecorded(parts, command)) && (await parts.mailTurns.mayHaveGone(commandId));
    return work(() => Promise.reject(problem(409, isUnknown ? 'mail-outcome-unknown' : 'mail-under-way')));
  }
  let went: 'nothing' | 'perhaps' = 'nothing';
  try {
    return await work(async (mail) => {
      went = 'perhaps';
      await sendMail(parts.mailer, { ...mail, commandId }).catch((error) => {
        if (error instanceof Problem && error.code !== 'mail-outcome-unknown') went = 'nothing';
        throw error;
      });
    });
  } finally {
    await turn.leave(went);
  }
}

async function isRecorded({ useCases }: MailParts, { id, meta }: MailCommand): Promise<boolean> {
  const history = await useCases.itemHistory(id);
  return history.some(({ envelope }) => envelope.command.id === meta.commandId);
}
