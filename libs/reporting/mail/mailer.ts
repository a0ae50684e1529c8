import { createTransport, type Transporter } from 'nodemailer';

/** A mail server that takes no connection, or leaves one without a word, is not waited for longer (milliseconds). */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 } as const;

export interface MailOptions {
  /** `smtp://host:587` or `smtps://…`, with the account in it where the server asks for one. */
  readonly url: string;
  /** The address that mail comes from, perhaps with a name: `Samenspel <noreply@…>`. */
  readonly from: string;
}

/** One mail, in plain text: what everybody can read, and nothing that follows the reader. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of the command that sends it. It becomes the mail's own id, so that a mail that went twice is known as one. */
  readonly commandId: string;
}

/** The mail was not taken by the server; nobody got it. */
export class NotSent extends Error {
  /** `refused`: by the server, for this mail or this address; `away`: no server could be spoken to. */
  constructor(
    readonly why: 'refused' | 'away',
    cause: unknown,
  ) {
    super(`The mail was not sent: ${why}`, { cause });
  }
}

/** Hands mail to the mail server of the organisation, over SMTP. It keeps nothing: neither addresses nor texts. */
export class Mailer {
  readonly #transport: Transporter;
  readonly #from: string;
  readonly #domain: string;

  constructor({ url, from }: MailOptions) {
    // A file or an address in a mail is never read: what is sent is what the sender wrote.
    this.#transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
    this.#from = from;
    this.#domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'samenspel';
  }

  /**
   * Returns once the server has taken the mail.
   *
   * @throws NotSent when it has not.
   */
  async send({ to, subject, text, commandId }: Mail): Promise<void> {
    const messageId = `<${commandId}@${this.#domain}>`;
    try {
      // As an object, so that a comma in what was typed cannot become a second address.
      await this.#transport.sendMail({ from: this.#from, to: { name: '', address: to }, subject, text, messageId });
    } catch (error) {
      throw new NotSent(isRefusal(error) ? 'refused' : 'away', error);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

/** The server answered, and the answer was no: a code from 500 on is for good. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  return typeof error.responseCode === 'number' && error.responseCode >= 500;
}
