import { z } from 'zod';
import { CliError } from '../terminal/failure.ts';
import type { Api } from './api.ts';

const found = z.object({
  data: z.object({
    items: z.array(
      z.object({
        trajectory: z.string(),
        programmeName: z.string(),
        organisation: z.object({ name: z.string() }),
      }),
    ),
  }),
});

/** What a story is asked of. */
export interface Asked {
  readonly kind: string;
  readonly id: string;
}

/**
 * `kind:id` as it is; any other text is a part of the name of an organisation that takes part.
 *
 * @throws CliError when no organisation of that name takes part, or several: then it lists them.
 */
export async function subjectOf(api: Api, asked: string): Promise<Asked> {
  const [, kind, id] = /^([a-z-]+)[:/](.+)$/.exec(asked) ?? [];
  if (kind !== undefined && id !== undefined) return { kind, id };
  const { text } = await api.ask({ path: '/v1/trajectories', query: { search: asked, limit: '20' } });
  const { items } = found.parse(JSON.parse(text)).data;
  const [first, ...others] = items;
  if (first && others.length === 0) return { kind: 'trajectory', id: first.trajectory };
  const lines = items.map(
    ({ trajectory, organisation, programmeName }) =>
      `\n  trajectory:${trajectory}  ${organisation.name}, ${programmeName}`,
  );
  throw new CliError(
    first
      ? {
          nl: `Meer dan één deelname past bij ‘${asked}’. Kies er een:${lines.join('')}`,
          en: `More than one trajectory fits ‘${asked}’. Choose one:${lines.join('')}`,
        }
      : {
          nl: `Geen deelname past bij ‘${asked}’. Geef een deel van de naam van een organisatie, of soort:ID (trajectory:0197…).`,
          en: `No trajectory fits ‘${asked}’. Give a part of the name of an organisation, or kind:ID (trajectory:0197…).`,
        },
  );
}
