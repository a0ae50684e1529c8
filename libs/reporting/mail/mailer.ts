import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { NotSent } from './not-sent.ts';

/** How long each part of sending may take, in milliseconds. */
export interface MailPatience {
  /** Until the server is ready for the text of the mail. One that is slow here has got nothing yet. */
  readonly handOver: number;
  /**
   * Without a word of the server, from there on. It may look at the text for long (for viruses, or what it looks like),
   * and nobody can tell from here what came of it; together they stay within what a proxy waits for an answer.
   */
  readonly answer: number;
}

const usual: MailPatience = { handOver: 12_000, answer: 45_000 };

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

/**
 * Hands mail to the mail server of the organisation, over SMTP, each mail over a connection of its own. It keeps nothing:
 * neither addresses nor texts.
 */
export class Mailer {
  readonly #domain: string;

  constructor(
    private readonly options: MailOptions,
    /** Told of a mail that was not taken, or of which that is not known. */
    private readonly onNotSent: (why: NotSent) => void = () => undefined,
    private readonly patience: MailPatience = usual,
  ) {
    this.#domain = /@([\w.-]+)/.exec(options.from)?.[1] ?? 'samenspel';
  }

  /**
   * Returns once the server has taken the mail.
   *
   * @throws NotSent when it has not, or when nobody can tell.
   */
  async send({ to, subject, text, commandId }: Mail): Promise<void> {
    const { from } = this.options;
    const messageId = `<${commandId}@${this.#domain}>`;
    const handingOver = new AbortController();
    const timer = setTimeout(() => handingOver.abort(), this.patience.handOver);
    let isHandedOver = false;
    const transport = this.#transport(() => {
      isHandedOver = true;
      clearTimeout(timer);
    });
    try {
      // As an object, so that a comma in what was typed cannot become a second address.
      const whole = { from, to: { name: '', address: to }, subject, text, messageId };
      await transport.sendMail({ ...whole, signal: handingOver.signal });
    } catch (error) {
      const notSent = NotSent.because(error, isHandedOver);
      this.onNotSent(notSent);
      throw notSent;
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  }

  /** One that tells when the server takes in the text of the mail: from then on it may have been sent. */
  #transport(onHandOver: () => void) {
    const { handOver, answer } = this.patience;
    // A file or an address in a mail is never read: what is sent is what the sender wrote.
    const within = { connectionTimeout: handOver, greetingTimeout: handOver, socketTimeout: answer };
    const safely = { disableFileAccess: true, disableUrlAccess: true };
    const transport = createTransport({ url: this.options.url, ...within, ...safely });
    transport.use('stream', ({ message }, done) => {
      const read = message.createReadStream.bind(message);
      message.createReadStream = (options) => Readable.from(told(read(options), onHandOver));
      done();
    });
    return transport;
  }
}

/** Nothing of it is read before the server said that it is ready for it. */
async function* told(text: Readable, onBegin: () => void): AsyncGenerator<unknown> {
  onBegin();
  yield* text;
}
