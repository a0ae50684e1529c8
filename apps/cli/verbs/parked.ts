import { z } from 'zod';
import { say } from '../terminal/language.ts';
import { line } from '../terminal/output.ts';
import { Api, type Target } from './api.ts';

export interface ListOptions extends Target {
  readonly view?: string;
  readonly all: boolean;
  readonly json: boolean;
}

const row = z.object({
  id: z.number(),
  view: z.string(),
  subject: z.string().nullable(),
  ordinal: z.number(),
  event: z.string(),
  error: z.string(),
  parkedAt: z.string(),
  until: z.number().nullable(),
  released: z.object({ at: z.string(), reason: z.string() }).nullable(),
});
type Row = z.infer<typeof row>;

const answer = z.object({ data: z.object({ items: z.array(row), next: z.string().optional() }) });
const largestPage = 500;
const path = '/v1/admin/parked';
const nothing = { type: 'application/json', content: '{}' };

/** `samenspel parked list`: what asks for attention, a row each. */
export async function list(options: ListOptions): Promise<void> {
  const api = await Api.open(options, 'admin');
  const query = { view: options.view, all: options.all ? 'true' : undefined, limit: String(largestPage) };
  let cursor: string | undefined;
  let found = 0;
  do {
    const { text } = await api.ask({ path, query: { ...query, cursor } });
    const { items, next } = answer.parse(JSON.parse(text)).data;
    if (options.json) process.stdout.write(`${text}\n`);
    else for (const item of items) for (const words of describe(item)) line(words);
    found += items.length;
    cursor = next;
  } while (cursor !== undefined);
  if (found === 0 && !options.json) line({ nl: 'Er staat niets apart.', en: 'Nothing is parked.' });
}

function describe({ id, view, subject, ordinal, event, error, parkedAt, until, released }: Row): string[] {
  const at = parkedAt.slice(0, 16).replace('T', ' ');
  const since = say({ nl: `sinds volgnummer ${ordinal}, ${at} UTC`, en: `since ordinal ${ordinal}, ${at} UTC` });
  const ended = until === null ? '' : say({ nl: ` · hersteld bij ${until}`, en: ` · mended at ${until}` });
  const left = released ? say({ nl: ` · vrijgegeven: ${released.reason}`, en: ` · released: ${released.reason}` }) : '';
  return [
    `${String(id).padStart(5)}  ${view}  ${subject ?? '?'}  (${since})${ended}${left}`,
    `       ${say({ nl: 'gebeurtenis', en: 'event' })} ${event}: ${error}`,
  ];
}

/** `samenspel parked retry NUMBER`. Exit code 3 when its fold threw again. */
export async function retry(id: number, target: Target): Promise<void> {
  const api = await Api.open(target, 'admin');
  const { text } = await api.ask({ path: `${path}/${id}/retry`, body: nothing });
  const { mended } = z.object({ mended: z.boolean() }).parse(JSON.parse(text));
  if (mended) {
    line({ nl: `Rij ${id} is hersteld.`, en: `Row ${id} is mended.` });
    return;
  }
  process.exitCode = 3;
  line({
    nl: `Rij ${id} ging opnieuw mis en blijft apart staan; samenspel parked list zegt waarom.`,
    en: `Row ${id} went wrong again and stays parked; samenspel parked list says why.`,
  });
}

/** `samenspel parked release NUMBER --reason TEXT`. */
export async function release(id: number, { reason, ...target }: Target & { readonly reason: string }): Promise<void> {
  const api = await Api.open(target, 'admin');
  const content = JSON.stringify({ reason });
  await api.ask({ path: `${path}/${id}/release`, body: { type: 'application/json', content } });
  line({
    nl: `Rij ${id} vraagt geen aandacht meer. Zij blijft zoals zij is, en antwoorden zeggen dat zij verouderd is.`,
    en: `Row ${id} asks for no more attention. It stays as it is, and answers say that it is stale.`,
  });
}
