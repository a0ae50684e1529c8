import { describe, expect, it } from '@jest/globals';
import { NotSent } from '#reporting/mail/not-sent';
import type { Problem } from '../http/problem.ts';
import { sendMail } from './send-mail.ts';

const mail = { to: 'raad@example.org', subject: 'Raadsbesluit', text: 'Wanneer?', commandId: 'c' };

async function saidOf(error: unknown): Promise<unknown> {
  const failing = { send: () => Promise.reject(error) };
  return sendMail(failing, mail).catch((problem: Problem) => [problem.status, problem.code]);
}

describe('a mail that is not known to be sent', () => {
  it.each([
    ['no server could be spoken to', { code: 'ESOCKET' }, false, 503, 'mail-server-away'],
    ['the server does not know the address', { responseCode: 550, command: 'RCPT TO' }, false, 422, 'mail-refused'],
    ['the mailbox is full', { responseCode: 452, command: 'RCPT TO' }, false, 422, 'mail-refused-for-now'],
    ['the password is wrong', { code: 'EAUTH', responseCode: 535 }, false, 409, 'mail-account-refused'],
    ['the sender is refused', { responseCode: 550, command: 'MAIL FROM' }, false, 409, 'mail-account-refused'],
    ['the server had the text and fell silent', { code: 'ETIMEDOUT' }, true, 409, 'mail-outcome-unknown'],
    ['the server had the text and refused it', { responseCode: 554, command: 'DATA' }, true, 422, 'mail-refused'],
  ])(
    'given that %s, then that is what is said; only what nobody got may be repeated without a thought',
    async (_, told, isHandedOver, status, code) => {
      const error = NotSent.because(Object.assign(new Error('smtp'), told), isHandedOver);
      expect(await saidOf(error)).toEqual([status, code]);
    },
  );
});
