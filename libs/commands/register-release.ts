import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { v5 as derived } from 'uuid';
import { type MunicipalityLine, organisationsOf, type ProvinceLine } from '#domain/register/release';
import { systemActor } from '#log/genesis';
import { productFolder } from '#log/release';
import { organisationId } from './ids.ts';
import type { UseCases } from './use-cases.ts';

/** The day of the source files beside this release of the product. */
const releaseDay = '2026-01-01';
const namespace = '0e6d1a0b-55a3-5f8e-a1c7-6a3f6d9b9c30';

/**
 * Puts the organisation register of this release into the log when the log has none, or an older one. Safe to call at
 * every start, by several servers at once: the command's id follows from the release.
 *
 * @throws Error when the register was refused, which is a fault of the files.
 */
export async function ensureRegister(useCases: UseCases, at: string): Promise<void> {
  const known = await useCases.registerState();
  if (known.release !== undefined && known.release >= releaseDay) return;
  const organisations = organisationsOf(
    await readLines<MunicipalityLine>('municipalities.csv'),
    await readLines<ProvinceLine>('provinces.csv'),
    organisationId,
  );
  const outcome = await useCases.register(
    { type: 'release-register', at, release: releaseDay, source: 'CBS, TOOI', organisations },
    {
      commandId: derived(releaseDay, namespace),
      actor: systemActor,
      role: 'system',
      grant: 'system',
      channel: { kind: 'reaction', name: 'register-release' },
      at,
    },
  );
  if (outcome.outcome !== 'accepted') throw new Error(`The register was not accepted: ${JSON.stringify(outcome)}`);
}

async function readLines<Line>(file: string): Promise<Line[]> {
  const text = await readFile(join(productFolder, 'libs/domain/register/data', file), 'utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true });
}
