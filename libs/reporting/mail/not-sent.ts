/**
 * Why a mail is not known to be sent:
 * - `away`: no server could be spoken to; nobody got it;
 * - `refused`: by the server, for this mail or this address, for good;
 * - `refused-for-now`: by the server, which may take it later: a full mailbox, or a sender whom it does not know yet;
 * - `not-let-in`: the server takes nothing from this account or this sender, whoever it is for;
 * - `unknown`: the server had the text and gave no answer. Whoever it is for may have got it.
 */
export type WhyNotSent = 'away' | 'refused' | 'refused-for-now' | 'not-let-in' | 'unknown';

/** The mail was not taken by the server, or nobody can tell. */
export class NotSent extends Error {
  private constructor(
    readonly why: WhyNotSent,
    /** What the operator needs to know: never an address, and no text of the server, which may hold one. */
    readonly facts: { readonly code?: string; readonly responseCode?: number; readonly command?: string },
    cause: unknown,
  ) {
    super(`The mail was not sent: ${why}`, { cause });
  }

  /** @param isHandedOver whether the server had begun to take in the text. */
  static because(error: unknown, isHandedOver: boolean): NotSent {
    const { code, responseCode, command } = Object(error) as Partial<Record<string, unknown>>;
    const facts = {
      ...(typeof code === 'string' && { code }),
      ...(typeof responseCode === 'number' && { responseCode }),
      ...(typeof command === 'string' && { command }),
    };
    return new NotSent(whyOf(facts, isHandedOver), facts, error);
  }
}

/** Before a mail is begun: what a server refuses then is the connection or the account. */
const beforeTheMail = ['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS'];

/** An answer of the server is one for this mail: the next mail may well be taken. From 500 on it is for good. */
function whyOf({ code, responseCode, command }: NotSent['facts'], isHandedOver: boolean): WhyNotSent {
  if (responseCode === undefined) {
    if (code === 'EAUTH') return 'not-let-in';
    // An address that is none: it was not even asked for.
    if (code === 'EENVELOPE') return 'refused';
    return isHandedOver ? 'unknown' : 'away';
  }
  const isOfMail = !beforeTheMail.includes(command ?? '');
  if (responseCode < 500) return isOfMail ? 'refused-for-now' : 'away';
  return code === 'EAUTH' || command === 'MAIL FROM' || !isOfMail ? 'not-let-in' : 'refused';
}
