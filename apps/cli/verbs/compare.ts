import { z } from 'zod';
import { roleWords } from '#audit/words/roles';
import { numberOf } from '#audit/words/speech';
import { say } from '../terminal/language.ts';
import { line } from '../terminal/output.ts';
import { Api, type Target } from './api.ts';
import { compareFigures, refuseFilters } from './compare-figures.ts';
import { channelWords } from './story.ts';
import { subjectOf } from './subject.ts';

/** What only events are narrowed by. */
const ofEvents = ['change', 'cause', 'type', 'view', 'actor', 'role', 'channel'] as const;
const filters = ['programme', 'network', 'organisation', 'province', ...ofEvents] as const;

export type CompareOptions = Target & { readonly [F in (typeof filters)[number] | 'from' | 'until']?: string } & {
  readonly figures: boolean;
  readonly json: boolean;
};

const change = z.object({
  ordinal: z.number(),
  recordedAt: z.string(),
  role: z.string(),
  channel: z.object({ kind: z.string(), name: z.string().optional(), line: z.number().optional() }),
  words: z.string(),
  reason: z.string().optional(),
  cause: z.string(),
  causeWords: z.string(),
  differences: z.array(z.object({ words: z.string() })),
});

const point = z.object({ ordinal: z.number(), moment: z.string() });

const page = z.object({
  data: z.object({
    items: z.array(change),
    from: point,
    until: point,
    total: z.number(),
    counts: z.object({ kinds: z.record(z.string(), z.number()), causes: z.record(z.string(), z.number()) }).optional(),
    next: z.string().optional(),
  }),
});

type Change = z.infer<typeof change>;
type PageData = z.infer<typeof page>['data'];

/** `samenspel compare [SUBJECT]`: what changed between two moments within the filter, in the order of the log. */
export async function compare(subject: string | undefined, options: CompareOptions): Promise<void> {
  if (options.figures) {
    const about = subject === undefined ? undefined : say({ nl: 'het onderwerp', en: 'the subject' });
    refuseFilters([about, ...ofEvents.map((name) => (options[name] === undefined ? undefined : `--${name}`))]);
    return compareFigures(options);
  }
  const asked = Object.fromEntries(filters.map((name) => [name, options[name]]));
  await list({ ...asked, subject, from: options.from, until: options.until }, options);
}

/** `samenspel replay SUBJECT`: the same from the beginning, for one subject. */
export async function replay(subject: string, options: Target & { until?: string; json: boolean }): Promise<void> {
  await list({ subject, until: options.until }, options);
}

type Query = Readonly<Record<string, string | undefined>>;

async function list(asked: Query, options: Target & { readonly json: boolean }): Promise<void> {
  const api = await Api.open(options, 'auditor');
  const about = asked['subject'] === undefined ? undefined : await subjectOf(api, asked['subject']);
  const query = about ? { ...asked, subject: `${about.kind}:${about.id}` } : asked;
  let cursor: string | undefined;
  do {
    const { text } = await api.ask({ path: '/v1/comparisons', query: { ...query, limit: '100', cursor } });
    if (options.json) process.stdout.write(`${text}\n`);
    const { data } = page.parse(JSON.parse(text));
    if (!options.json) {
      if (cursor === undefined) heading(data);
      for (const found of data.items) tell(found);
    }
    cursor = data.next;
  } while (cursor !== undefined);
}

function heading({ from, until, total, counts }: PageData): void {
  const [a, b] = [from.ordinal, until.ordinal];
  const times = say({ nl: 'tijden in UTC', en: 'times in UTC' });
  const events = numberOf(total, { nl: 'gebeurtenis', en: 'event' }, { nl: 'gebeurtenissen', en: 'events' });
  const told = say({
    nl: `Na volgnummer ${a}, tot en met ${b}: ${events.nl}`,
    en: `After ordinal ${a}, up to and including ${b}: ${events.en}`,
  });
  line(`${told} · ${times}`);
  if (counts) line(`  ${countsOf(counts.kinds, kinds)} · ${countsOf(counts.causes, causes)}`);
}

const kinds = {
  added: { nl: 'toegevoegd', en: 'added' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  withdrawn: { nl: 'teruggetrokken', en: 'withdrawn' },
  ended: { nl: 'beëindigd', en: 'ended' },
  corrected: { nl: 'verbeterd', en: 'corrected' },
  retracted: { nl: 'ingetrokken', en: 'retracted' },
} as const;

const causes = {
  real: { nl: 'in de periode gebeurd', en: 'happened in the period' },
  'recorded-late': { nl: 'eerder gebeurd', en: 'happened before' },
} as const;

/** Those that there are: "12 toegevoegd, 3 gewijzigd". */
function countsOf(
  counts: Readonly<Record<string, number>>,
  words: Readonly<Record<string, { nl: string; en: string }>>,
): string {
  return Object.entries(words)
    .flatMap(([key, sentence]) => (counts[key] ? [`${counts[key]} ${say(sentence)}`] : []))
    .join(', ');
}

const indent = ' '.repeat(7);

function tell(found: Change): void {
  const at = found.recordedAt.slice(0, 16).replace('T', ' ');
  const who = say(roleWords(found.role)).padEnd(15);
  const reason = found.reason === undefined ? '' : ` — ${found.reason}`;
  line(
    `${String(found.ordinal).padStart(5)}  ${at}  ${who}  ${channelWords(found.channel).padEnd(13)}  ${found.words}${reason}`,
  );
  if (found.cause !== 'real') line(`${indent}! ${found.causeWords}`);
  for (const { words } of found.differences) line(`${indent}· ${words}`);
}
