import type { Answered } from './running-server.ts';

/** What is sent without a role: by a link, or by nobody in particular. */
export interface Sent {
  readonly token?: string | undefined;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks or sends, under this token or under none. */
export async function fetched(address: string, { token, body, headers }: Sent = {}): Promise<Answered> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
