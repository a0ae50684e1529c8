import { itemFactTypes } from '#domain/dossier/kinds/index';
import { subject } from '#domain/kernel/subject';
import { subjectsNamed } from '#domain/kernel/subjects-named';
import { registry } from '#domain/registry';
import { exampleId, exampleOf } from '#domain/testing/example-data';
import { placeOf, sealText } from '../protection/cipher.ts';
import { canonical } from './canonical.ts';

const number = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

/** The pool key of the samples. */
const key = number(99);

/**
 * A sample of a type that has none yet, as canonical JSON: every field of its data filled, protected text sealed with
 * the key of the samples. Once it is frozen it never changes.
 *
 * @throws Error for a type that the registry does not know.
 */
export function newSample(type: string, id: string, secret: Buffer): string {
  const definition = registry.get(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  const seal = (path: string) => sealText('Een tekst', { id: key, secret }, placeOf(id, `/data${path}`));
  const data = exampleOf(definition.data, seal) as object;
  const programme = 'programme' in data ? String(data.programme) : number(20);
  // Every fact about an item names it, also where its data does not.
  const item = itemFactTypes.has(type) || type.startsWith('item.') ? [subject('item', exampleId('item'))] : [];
  const named = [subject('programme', programme), ...item, ...subjectsNamed(data)];
  const metadata = {
    actor: number(2),
    causation: number(4),
    channel: { kind: 'api' },
    command: { digest: 'c'.repeat(64), id: number(4), type: 'sample' },
    correlation: number(4),
    grant: number(3),
    log: number(1),
    ...(definition.nature === 'fact' && { occurredOn: { precision: 'day', value: '2025-10-14' } }),
    programme,
    publication: definition.publication,
    recordedAt: '2025-10-15T08:30:00.000Z',
    release: '0.1.0',
    retention: definition.retention,
    role: 'lead',
    subjects: [...new Set(named)].sort(),
    v: 1,
  };
  return canonical({ data, id, metadata, type });
}
