import { z } from 'zod';
import { CliError } from '../terminal/failure.ts';
import { say } from '../terminal/language.ts';
import { line } from '../terminal/output.ts';
import { Api, type Target } from './api.ts';

export interface FiguresOptions extends Target {
  readonly programme?: string;
  readonly network?: string;
  readonly organisation?: string;
  readonly province?: string;
  readonly from?: string;
  readonly until?: string;
  readonly json: boolean;
}

const totals = z.object({ trajectories: z.number(), milestonesReached: z.number() });

const page = z.object({
  data: z.object({
    items: z.array(
      z.object({
        organisation: z.object({ name: z.string() }),
        words: z.object({ learned: z.string().optional(), happened: z.string().optional() }),
        learnedFrom: z.array(z.object({ ordinal: z.number(), words: z.string() })),
      }),
    ),
    from: z.object({ ordinal: z.number(), validOn: z.string() }),
    until: z.object({ ordinal: z.number(), validOn: z.string() }),
    totals: z.object({ before: totals, inHindsight: totals, after: totals }),
    next: z.string().optional(),
  }),
});

type PageData = z.infer<typeof page>['data'];

/**
 * Refuses what figures are not narrowed by: an answer that leaves a filter out would be an answer to another question.
 *
 * @throws CliError
 */
export function refuseFilters(given: readonly (string | undefined)[]): void {
  const [last, ...others] = given.flatMap((name) => name ?? []).toReversed();
  if (last === undefined) return;
  const before = others.toReversed().join(', ');
  const nl = before === '' ? `${last} gaat` : `${before} en ${last} gaan`;
  const en = before === '' ? `${last} does` : `${before} and ${last} do`;
  const them = before === '' ? { nl: 'dat', en: 'it' } : { nl: 'ze', en: 'them' };
  throw new CliError({
    nl: `Cijfers gaan over deelnames en niet over gebeurtenissen: ${nl} niet samen met --figures. Laat ${them.nl} weg, of laat --figures weg.`,
    en: `Figures are about trajectories and not about events: ${en} not go with --figures. Leave ${them.en} out, or leave --figures out.`,
  });
}

/** `samenspel compare --figures`: status and progress at both moments, told apart by why they differ. */
export async function compareFigures(options: FiguresOptions): Promise<void> {
  const { programme, network, organisation, province, from, until } = options;
  if (programme === undefined) {
    throw new CliError({
      nl: 'Cijfers zijn van een programma: geef --programme.',
      en: 'Figures are of a programme: give --programme.',
    });
  }
  const api = await Api.open(options, 'auditor');
  const path = `/v1/programmes/${encodeURIComponent(programme)}/figures-between`;
  const query = { network, organisation, province, from, until, differs: 'any', limit: '100' };
  let cursor: string | undefined;
  do {
    const { text } = await api.ask({ path, query: { ...query, cursor } });
    if (options.json) process.stdout.write(`${text}\n`);
    const { data } = page.parse(JSON.parse(text));
    if (!options.json) tell(data, cursor === undefined);
    cursor = data.next;
  } while (cursor !== undefined);
}

function tell({ items, from, until, totals: sums }: PageData, first: boolean): void {
  if (first) {
    line({
      nl: `Cijfers van ${from.validOn} (volgnummer ${from.ordinal}) en van ${until.validOn} (volgnummer ${until.ordinal}).`,
      en: `Figures of ${from.validOn} (ordinal ${from.ordinal}) and of ${until.validOn} (ordinal ${until.ordinal}).`,
    });
    const reached = [sums.before, sums.inHindsight, sums.after].map(({ milestonesReached }) => milestonesReached);
    line({
      nl: `Mijlpalen bereikt: toen ${reached[0]}, achteraf ${reached[1]}, nu ${reached[2]}.`,
      en: `Milestones reached: then ${reached[0]}, in hindsight ${reached[1]}, now ${reached[2]}.`,
    });
  }
  for (const { organisation, words, learnedFrom } of items) {
    line(organisation.name);
    if (words.learned !== undefined) line(`  ${words.learned}`);
    for (const { ordinal, words: told } of learnedFrom) {
      line(`    ${say({ nl: 'zie', en: 'see' })} ${ordinal}: ${told}`);
    }
    if (words.happened !== undefined) line(`  ${words.happened}`);
  }
}
