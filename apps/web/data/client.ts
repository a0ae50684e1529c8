import createClient from 'openapi-fetch';
import type { paths } from '../api/schema.d.ts';
import { currentLanguage } from './language.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { endSession, session } from './session.ts';

/** The client of the public API, typed by its OpenAPI document. */
export const api = createClient<paths>({ fetch: withSession });

/** Sends a request with the token and the language; never logs it and never puts the token in the address. */
export async function withSession(request: Request): Promise<Response> {
  const token = session()?.token;
  // Signing in tries a token that is not kept yet.
  if (token !== undefined && !request.headers.has('Authorization'))
    request.headers.set('Authorization', `Bearer ${token}`);
  request.headers.set('Accept-Language', currentLanguage());
  if (request.method !== 'GET') request.headers.set('Samenspel-Channel', 'page');
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'no-connection', '');
  }
}

/** What a request came to, as the client tells it. */
export interface Outcome {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a successful answer.
 * @throws ApiProblem otherwise; a token that is not valid any more also ends the session
 */
export async function answered(outcome: Promise<Outcome>): Promise<unknown> {
  try {
    return await answeredOnce(outcome);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) endSession(problem.code);
    throw problem;
  }
}

/**
 * The same for what is asked without the session: by the link of a participant, or by nobody in particular.
 * @throws ApiProblem; who is signed in, stays so
 */
export async function answeredOnce(outcome: Promise<Outcome>): Promise<unknown> {
  const { data, error, response } = await outcome;
  if (response.ok) return data;
  throw problemOf(response, error);
}

/** A line that hangs longer than this is no line. */
const patienceMilliseconds = 20_000;

/**
 * Sends a command to an address that is only known while the pages run: the facts of the dossier are data of the API, and
 * so are their paths.
 */
export function post(address: string, content: unknown, headers: Record<string, string>): Promise<Outcome> {
  return send(address, JSON.stringify(content), { ...headers, 'Content-Type': 'application/json' });
}

/** Sends a file as it is, byte for byte: what is wrong with it is for the API to say. */
export function postFile(address: string, file: Blob, headers: Record<string, string>): Promise<Outcome> {
  return send(address, file, { ...headers, 'Content-Type': 'text/csv' });
}

async function send(address: string, body: string | Blob, headers: Record<string, string>): Promise<Outcome> {
  const request = new Request(new URL(address, location.origin), {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  const response = await withSession(request);
  const told: unknown = await response.json().catch(() => undefined);
  return response.ok ? { data: told, response } : { error: told, response };
}
