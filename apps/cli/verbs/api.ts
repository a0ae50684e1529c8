import { z } from 'zod';
import { readRunInfo } from '../installation/run-info.ts';
import type { Tokens } from '../start/running.ts';
import { CliError, hasCode } from '../terminal/failure.ts';
import { spoken } from '../terminal/language.ts';

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

/** How a command finds the installation: by its data folder, or by address and token. */
export interface Target {
  readonly data: string;
  readonly url?: string;
  readonly token?: string;
}

export interface Question {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly accept?: string;
  readonly body?: { readonly type: string; readonly content: string | Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of the HTTP API that says in one sentence what went wrong. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url.replace(/\/$/, '');
    this.#token = token;
  }

  /**
   * The client for this target, with a token of that role.
   * @throws CliError when nothing runs there.
   */
  static async open(target: Target, role: keyof Tokens): Promise<Api> {
    if (target.url !== undefined && target.token !== undefined) return new Api(target.url, target.token);
    const running = await readRunInfo(target.data);
    if (running) return new Api(target.url ?? running.url, target.token ?? running.tokens[role]);
    throw new CliError({
      nl: `Er draait geen Samenspel op de gegevensmap ${target.data}. Start het met npm start, of geef --url en --token.`,
      en: `No Samenspel runs on the data folder ${target.data}. Start it with npm start, or give --url and --token.`,
    });
  }

  /**
   * Sends one request; with a body it is a POST.
   * @throws CliError with the server's own words when it refuses.
   */
  async ask(question: Question): Promise<{ text: string; headers: Headers }> {
    const response = await this.#send(question);
    const text = await response.text();
    if (!response.ok) throw refusal(response.status, text);
    return { text, headers: response.headers };
  }

  async #send({ path, query = {}, accept = 'application/json', body, headers = {} }: Question): Promise<Response> {
    const url = new URL(`${this.#url}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const sent = {
      ...headers,
      authorization: `Bearer ${this.#token}`,
      accept,
      'accept-language': spoken(),
      'samenspel-channel': 'cli',
    };
    try {
      if (body === undefined) return await fetch(url, { headers: sent });
      return await fetch(url, { method: 'POST', headers: { ...sent, 'content-type': body.type }, body: body.content });
    } catch (cause) {
      if (!hasCode(cause, 'ECONNREFUSED') && !hasCode(cause, 'ENOTFOUND') && !hasCode(cause, 'ECONNRESET')) throw cause;
      const sentence = { nl: `Geen antwoord van ${this.#url}.`, en: `No answer from ${this.#url}.` };
      throw new CliError(sentence, 1, { cause });
    }
  }
}

/** The server's own words, and a line for each field or line of the file that it is about. */
export function refusal(status: number, text: string): CliError {
  const said = problem.safeParse(parsed(text)).data;
  if (!said) return new CliError({ nl: `De server antwoordde ${status}.`, en: `The server answered ${status}.` });
  const sentence = said.detail ?? said.title ?? String(status);
  const lines = (said.errors ?? []).map(({ line, field, code, detail }) => {
    const at =
      line === undefined ? field : `${spoken() === 'nl' ? 'regel' : 'line'} ${line}${field ? `, ${field}` : ''}`;
    return `  ${[at, detail ?? code].filter(Boolean).join(': ')}`;
  });
  const words = [said.code === undefined ? sentence : `${sentence} (${said.code})`, ...lines].join('\n');
  return new CliError({ nl: words, en: words }, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
