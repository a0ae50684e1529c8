import type { Mail, Mailer } from '#reporting/mail/mailer';
import { NotSent, type WhyNotSent } from '#reporting/mail/not-sent';
import { type Problem, problem } from '../http/problem.ts';

const retryAfter = { 'Retry-After': '30' };

/**
 * Only where no server could be spoken to it may be sent again without a thought (503): in any other case somebody has to
 * change something, or to find out first whether the mail arrived.
 */
const problems: Readonly<Record<WhyNotSent, () => Problem>> = {
  away: () => problem(503, 'mail-server-away', {}, { headers: retryAfter }),
  refused: () => problem(422, 'mail-refused'),
  'refused-for-now': () => problem(422, 'mail-refused-for-now'),
  'not-let-in': () => problem(409, 'mail-account-refused'),
  unknown: () => problem(409, 'mail-outcome-unknown'),
};

/**
 * Sends a mail that somebody wrote, or says why it is not known to be sent.
 *
 * @throws Problem 409 without a mail server, when that does not let us in, and when nobody can tell whether it was sent;
 * 422 when it refuses the mail; 503 when it is away.
 */
export async function sendMail(mailer: Pick<Mailer, 'send'> | undefined, mail: Mail): Promise<void> {
  if (!mailer) throw problem(409, 'mail-not-set-up');
  try {
    await mailer.send(mail);
  } catch (error) {
    throw error instanceof NotSent ? problems[error.why]() : error;
  }
}
