import { type Mail, type Mailer, NotSent } from '#reporting/mail/mailer';
import { problem } from '../http/problem.ts';

const retryAfter = { 'Retry-After': '30' };

/**
 * Sends a mail that somebody wrote, or says why it was not sent.
 *
 * @throws Problem 409 without a mail server, 422 when it refuses the mail, 503 when it is away.
 */
export async function sendMail(mailer: Mailer | undefined, mail: Mail): Promise<void> {
  if (!mailer) throw problem(409, 'mail-not-set-up');
  try {
    await mailer.send(mail);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    throw error.why === 'refused'
      ? problem(422, 'mail-refused')
      : problem(503, 'mail-server-away', {}, { headers: retryAfter });
  }
}
