import { v5 as derivedId } from 'uuid';
import type { Step } from './step.ts';

/** The answer of a command, as the API gives it. */
export interface CommandAnswer {
  readonly id: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly position?: string;
}

export interface ClientOptions {
  /** Where the product answers, without `/v1`. */
  readonly url: string;
  readonly tokens: Readonly<Record<'lead' | 'admin', string>>;
  readonly signal?: AbortSignal | undefined;
}

/** How long the product may be away (a part was killed and is started again) before the recorder gives up. */
const patienceMs = 60_000;

/** A step was refused: the fault is in the example or in the product, never in the network. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';

  constructor(
    readonly step: string,
    readonly status: number,
    readonly problem: string,
  ) {
    super(`${step} was answered ${status}: ${problem}`);
  }
}

/**
 * Sends one step; a step that was sent before gets its first answer. `keys` is the namespace (a UUID) of the example, so
 * that steps of two examples never share an idempotency key.
 */
export function send(options: ClientOptions, keys: string, step: Step): Promise<CommandAnswer> {
  const csv = typeof step.body === 'string';
  return request<CommandAnswer>(options, `POST ${step.name}`, `${options.url}/v1${step.path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${options.tokens[step.role]}`,
      'Content-Type': csv ? 'text/csv; charset=utf-8' : 'application/json',
      'Idempotency-Key': derivedId(step.name, keys),
      'Samenspel-Clock': step.at,
    },
    body: typeof step.body === 'string' ? step.body : JSON.stringify(step.body),
  });
}

/** Reads as the lead. */
export function read<T>(options: ClientOptions, path: string): Promise<T> {
  return request<T>(options, `GET ${path}`, `${options.url}/v1${path}`, {
    headers: { Authorization: `Bearer ${options.tokens.lead}` },
  });
}

async function request<T>(options: ClientOptions, what: string, url: string, init: RequestInit): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const response = await attemptOnce(options, url, init);
    if (response?.ok) return (await response.json()) as T;
    const { status = 503 } = response ?? {};
    // It may be killed in the middle of its answer.
    const said = (await response?.text().catch(String)) ?? 'nobody answered';
    if (status !== 503 && status !== 502) throw new StepRefused(what, status, said);
    if (Date.now() > until) {
      throw new Error(`${what}: the product was away for more than ${patienceMs / 1000} s; at last: ${said}`);
    }
    await pause(Math.min(50 * 2 ** attempt, 1000), options.signal);
  }
}

/** The response, or nothing when the connection failed: nobody listens at the moment, or it was cut. */
async function attemptOnce(options: ClientOptions, url: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, { ...init, ...(options.signal && { signal: options.signal }) });
  } catch (error) {
    if (options.signal?.aborted || !(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** A short rest between two questions of a bounded wait. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', aborted, { once: true });
    function done() {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }
    function aborted() {
      clearTimeout(timer);
      reject(new Error('The recording was stopped'));
    }
  });
}
