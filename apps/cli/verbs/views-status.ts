import { type GenerationReport, statusOf } from '#views/rebuild/status';
import { say } from '../terminal/language.ts';
import { jsonLine, leaveOutputToPrograms, line } from '../terminal/output.ts';
import { withViews } from './with-views.ts';

/** `samenspel views status`: every generation that the database holds, of this release and of others. */
export async function status({ data, json }: { data: string; json: boolean }): Promise<void> {
  if (json) leaveOutputToPrograms();
  const found = await withViews(data, statusOf);
  if (json) jsonLine(found);
  line({ nl: `De index is bij volgnummer ${found.ordinal}.`, en: `The index is at ordinal ${found.ordinal}.` });
  for (const generation of found.generations) line(`  ${describe(generation)}`);
}

const statuses = {
  live: { nl: 'in gebruik', en: 'in use' },
  previous: { nl: 'vorige', en: 'previous' },
  filling: { nl: 'wordt gevuld', en: 'being filled' },
  filled: { nl: 'gevuld, nog niet in gebruik', en: 'filled, not in use yet' },
} as const;

/** A generation on one line: which one, what for, how far, how large, and whose. */
export function describe(one: GenerationReport): string {
  const state = one.followed ? (one.status === 'filling' ? 'filled' : one.status) : 'filling';
  const behind = say(
    one.behind === 0 ? { nl: 'bij', en: 'up to date' } : { nl: `${one.behind} achter`, en: `${one.behind} behind` },
  );
  const parts = [
    one.view.padEnd(20),
    `v${one.version}`.padEnd(4),
    `#${one.generation}`.padEnd(5),
    say(statuses[state]),
    behind,
    `${(one.bytes / 1024 / 1024).toFixed(1)} MB`,
  ];
  return [...parts, ...belonging(one)].join('  ');
}

function belonging({ own, carried, madeBy }: GenerationReport): string[] {
  if (own) return [];
  return [
    say(
      carried
        ? {
            nl: `van een andere draaiende versie (gemaakt door ${madeBy})`,
            en: `of another running version (made by ${madeBy})`,
          }
        : { nl: `van geen draaiende versie (gemaakt door ${madeBy})`, en: `of no running version (made by ${madeBy})` },
    ),
  ];
}
