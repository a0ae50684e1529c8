import { z } from 'zod';
import { roleWords } from '#audit/words/roles';
import { say } from '../terminal/language.ts';
import { line } from '../terminal/output.ts';
import { Api, type Target } from './api.ts';
import { subjectOf } from './subject.ts';

export interface StoryOptions extends Target {
  readonly knownAt?: string;
  readonly validOn?: string;
  readonly type?: string;
  readonly actor?: string;
  readonly role?: string;
  readonly channel?: string;
  readonly corrections: boolean;
  readonly newestFirst: boolean;
  readonly json: boolean;
}

const entry = z.object({
  ordinal: z.number(),
  recordedAt: z.string(),
  occurredOn: z.object({ precision: z.string(), value: z.string() }).optional(),
  role: z.string(),
  channel: z.object({ kind: z.string(), name: z.string().optional(), line: z.number().optional() }),
  words: z.string(),
  reason: z.string().optional(),
  daysLate: z.number().optional(),
  corrects: z.string().optional(),
  correctedBy: z.string().optional(),
  retractedBy: z.string().optional(),
});
type Entry = z.infer<typeof entry>;

const page = z.object({
  data: z.object({ items: z.array(entry), next: z.string().nullish() }),
  basis: z.object({
    ordinal: z.number(),
    knownAt: z.string(),
    fictitious: z.boolean().optional(),
    provisional: z.boolean().optional(),
  }),
});

/** `samenspel story SUBJECT`: everything that concerns it, or what is asked of it, in the order of the log, one line each. */
export async function story(asked: string, options: StoryOptions): Promise<void> {
  const api = await Api.open(options, 'auditor');
  const { kind, id } = await subjectOf(api, asked);
  const subject = `${kind}:${id}`;
  const path = `/v1/stories/${kind}/${encodeURIComponent(id)}`;
  const query = queryOf(options);
  let cursor: string | undefined;
  do {
    const { text } = await api.ask({ path, query: { ...query, cursor } });
    if (options.json) process.stdout.write(`${text}\n`);
    const { data, basis } = page.parse(JSON.parse(text));
    if (!options.json) {
      if (cursor === undefined) heading(subject, basis);
      for (const found of data.items) line(inOneLine(found));
    }
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
}

function queryOf({ knownAt, validOn, type, actor, role, channel, corrections, newestFirst }: StoryOptions) {
  return {
    ...{ knownAt, validOn, type, actor, role, channel, limit: '100' },
    ...(corrections && { corrections: 'true' }),
    ...(newestFirst && { sort: '-recorded' }),
  };
}

function heading(subject: string, basis: z.infer<typeof page>['basis']): void {
  const fictitious = basis.fictitious ? say({ nl: ' · fictief voorbeeld', en: ' · fictitious example' }) : '';
  const provisional = basis.provisional ? say({ nl: ' · voorlopig', en: ' · provisional' }) : '';
  const known = say({ nl: 'bekend tot en met volgnummer', en: 'known up to and including ordinal' });
  const times = say({ nl: 'tijden in UTC', en: 'times in UTC' });
  line(`${subject} · ${known} ${basis.ordinal} · ${times}${provisional}${fictitious}`);
}

function inOneLine(found: Entry): string {
  const marks = [
    when(found),
    found.daysLate
      ? say({ nl: `${found.daysLate} dagen later vastgelegd`, en: `recorded ${found.daysLate} days later` })
      : '',
    found.correctedBy ? say({ nl: 'later verbeterd', en: 'corrected later' }) : '',
    found.retractedBy ? say({ nl: 'later ingetrokken', en: 'retracted later' }) : '',
  ].filter(Boolean);
  const reason = found.reason ? ` — ${found.reason}` : '';
  const remarks = marks.length > 0 ? `  [${marks.join('; ')}]` : '';
  const at = found.recordedAt.slice(0, 16).replace('T', ' ');
  const who = say(roleWords(found.role)).padEnd(15);
  return `${String(found.ordinal).padStart(5)}  ${at}  ${who}  ${channelWords(found.channel).padEnd(13)}  ${found.words}${reason}${remarks}`;
}

/** The day or month on which it happened, where that is not the day on which it was recorded. */
function when({ occurredOn, recordedAt }: Entry): string {
  if (!occurredOn || recordedAt.startsWith(occurredOn.value.slice(0, 10))) return '';
  return say({ nl: `gebeurd op ${occurredOn.value}`, en: `happened on ${occurredOn.value}` });
}

/** By which way it came in; an imported fact points to its line in the file. */
export function channelWords({ kind, line }: Entry['channel']): string {
  if (kind === 'import') return say({ nl: `import r. ${line}`, en: `import l. ${line}` });
  if (kind === 'reaction') return say({ nl: 'vanzelf', en: 'reaction' });
  return kind;
}
