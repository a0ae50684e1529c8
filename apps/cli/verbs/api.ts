import { z } from 'zod';
import type { Sentence } from '#domain/kernel/decision';
import type { SignInRole } from '#identity/roles';
import { codesOf } from '../terminal/codes.ts';
import { CliError } from '../terminal/failure.ts';
import { spoken } from '../terminal/language.ts';
import { inSeconds } from '../terminal/output.ts';
import { signIn, type Target } from './target.ts';

export type { Target } from './target.ts';

/** RFC 9457, with the errors of each field or line. */
const problem = z.object({
  status: z.number(),
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z
    .array(
      z.object({
        field: z.string().optional(),
        line: z.number().optional(),
        code: z.string().optional(),
        detail: z.string().optional(),
      }),
    )
    .optional(),
});

/** Longer than a server takes for anything: a question is answered or refused within half a minute. In milliseconds. */
const PATIENCE_MS = 120_000;

export interface Question {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly accept?: string;
  readonly body?: { readonly type: string; readonly content: string | Buffer };
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the answer is waited for, in milliseconds, when not as long as usual. */
  readonly within?: number;
}

/** The server could not be asked, or did not answer in time. */
export class NoAnswer extends CliError {}

/** The server refused, with this status. */
export class Refused extends CliError {
  constructor(
    readonly status: number,
    words: Sentence,
    exitCode?: number,
  ) {
    super(words, exitCode);
  }
}

/** A client of the HTTP API that says in one sentence what went wrong. */
export class Api {
  readonly #url: string;
  readonly #token: string;
  readonly #patience: number;

  private constructor(url: string, token: string, patience: number) {
    this.#url = url;
    this.#token = token;
    this.#patience = patience;
  }

  /**
   * The client for this target, with a token of that role.
   * @param patience how long an answer is waited for, in milliseconds.
   * @throws CliError when nothing runs there.
   */
  static async open(target: Target, role: SignInRole, patience = PATIENCE_MS): Promise<Api> {
    const { url, token } = await signIn(target, role);
    return new Api(url, token, patience);
  }

  /**
   * Sends one request; with a body it is a POST.
   * @throws Refused with the server's own words when it refuses; NoAnswer; CliError when something else answers there.
   */
  async ask(question: Question): Promise<{ text: string; headers: Headers }> {
    const { accept = 'application/json' } = question;
    const { response, text } = await this.#send(question, accept);
    if (!response.ok) throw refusal(response.status, text);
    if (text !== '' && !isOf(response, accept)) throw this.#somethingElse();
    return { text, headers: response.headers };
  }

  async #send(question: Question, accept: string): Promise<{ response: Response; text: string }> {
    const { path, query = {}, body, headers = {}, within = this.#patience } = question;
    const url = new URL(`${this.#url}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const sent = {
      ...headers,
      authorization: `Bearer ${this.#token}`,
      accept,
      'accept-language': spoken(),
      'samenspel-channel': 'cli',
      ...(body && { 'content-type': body.type }),
    };
    const signal = AbortSignal.timeout(Math.ceil(within));
    try {
      const post = body && { method: 'POST', body: body.content };
      const response = await fetch(url, { headers: sent, signal, ...post });
      return { response, text: await response.text() };
    } catch (cause) {
      throw new NoAnswer(silenceOf(this.#url, cause, signal.aborted ? within : undefined), 1, { cause });
    }
  }

  #somethingElse(): CliError {
    return new CliError({
      nl: `Op ${this.#url} antwoordt iets anders dan Samenspel. Kijk het adres na (--url).`,
      en: `Something other than Samenspel answers at ${this.#url}. Check the address (--url).`,
    });
  }
}

/** @param within how long was waited, in milliseconds, when that was the reason. */
function silenceOf(url: string, cause: unknown, within: number | undefined): Sentence {
  if (within !== undefined) {
    const time = inSeconds(within);
    return { nl: `Geen antwoord van ${url} binnen ${time}.`, en: `No answer from ${url} within ${time}.` };
  }
  const [code] = codesOf(cause);
  const why = code === undefined ? '' : ` (${code})`;
  return { nl: `Geen antwoord van ${url}${why}.`, en: `No answer from ${url}${why}.` };
}

function isOf(response: Response, accept: string): boolean {
  return response.headers.get('content-type')?.startsWith(accept) ?? false;
}

/** The server's own words, and a line for each field or line of the file that it is about. */
export function refusal(status: number, text: string): Refused {
  const said = problem.safeParse(parsed(text)).data;
  if (!said)
    return new Refused(status, { nl: `De server antwoordde ${status}.`, en: `The server answered ${status}.` });
  const sentence = said.detail ?? said.title ?? String(status);
  const lines = (said.errors ?? []).map(({ line, field, code, detail }) => {
    const at =
      line === undefined ? field : `${spoken() === 'nl' ? 'regel' : 'line'} ${line}${field ? `, ${field}` : ''}`;
    return `  ${[at, detail ?? code].filter(Boolean).join(': ')}`;
  });
  const words = [said.code === undefined ? sentence : `${sentence} (${said.code})`, ...lines].join('\n');
  return new Refused(status, { nl: words, en: words }, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
