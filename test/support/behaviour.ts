import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONType } from '@eventstore/db-client';
import { subjectKinds } from '#domain/kernel/subject';
import { canonical } from '#log/contract/canonical';
import { decode, type LoggedEvent } from '#log/contract/codec';
import { productFolder } from '#log/release';
import type { ViewRegistry } from '#views/engine/registry';
import type { ViewDefinition } from '#views/engine/view-definition';
import { type FoldedVersion, MemoryFold } from '#views/verify/memory-fold';

/** An event as it stands in the log. */
export interface RawEvent {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: JSONType;
  readonly metadata: JSONType;
}

/** What a fold did with the frozen events: every version of every row, as a digest. */
export interface Behaviour {
  /** By the name of a frozen course of events. */
  readonly courses: Readonly<Record<string, string>>;
  /** By the type of a frozen sample: only those of which it made a row. */
  readonly samples: Readonly<Record<string, string>>;
}

const samples = join(productFolder, 'libs/log/contract/samples');

interface Sample extends Omit<RawEvent, 'stream' | 'metadata'> {
  readonly metadata: { readonly subjects: readonly string[] };
}

/** The samples show the contract and name few subjects; here each names one of every kind, so that no view passes it by. */
function namingAll({ metadata, ...sample }: Sample): Omit<RawEvent, 'stream'> {
  const named = new Set(metadata.subjects.map((subject) => subject.split(':')[0] ?? ''));
  const more = subjectKinds.filter((kind) => !named.has(kind)).map((kind) => `${kind}:${anyId}`);
  return { ...sample, metadata: { ...metadata, subjects: [...metadata.subjects, ...more] } };
}

const anyId = '00000000-0000-4000-8000-0000000000ff';

/** One event of every type that was ever released, by its type as it stands in the log. */
export function frozenSamples(): Map<string, RawEvent> {
  const lines = readFileSync(join(samples, 'frozen.sha256'), 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const type = line.split('  ')[1] ?? '';
      const sample = JSON.parse(readFileSync(join(samples, `${type}.json`), 'utf8')) as Sample;
      return [type, { ...namingAll(sample), stream: `${type.split('.')[0]}-sample` }];
    }),
  );
}

/** The events as this release reads them: old versions are lifted. */
export function read(events: readonly RawEvent[]): LoggedEvent[] {
  const revisions = new Map<string, bigint>();
  return events.map(({ stream, ...event }, i) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const position = { commit: BigInt(i), prepare: BigInt(i) };
    const around = { streamId: stream, isJson: true as const, created: new Date(0), position };
    return decode({ event: { ...around, ...event, revision }, commitPosition: BigInt(i) });
  });
}

/** What each view of the registry makes of these courses, and of the samples. */
export async function behaviourOf(
  { views }: ViewRegistry,
  courses: ReadonlyMap<string, readonly RawEvent[]>,
): Promise<Map<ViewDefinition, Behaviour>> {
  const found = new Map(views.map((view) => [view, empty()]));
  for (const [name, course] of courses) {
    for (const [view, digest] of await digestsOf(views, course)) (found.get(view) ?? empty()).courses[name] = digest;
  }
  for (const [type, sample] of frozenSamples()) {
    for (const [view, digest] of await digestsOf(views, [sample])) {
      if (digest !== none) (found.get(view) ?? empty()).samples[type] = digest;
    }
  }
  return found;
}

interface Found {
  courses: Record<string, string>;
  samples: Record<string, string>;
}

const empty = (): Found => ({ courses: {}, samples: {} });

/** The digest of no row at all. */
export const none = digest([]);

async function digestsOf(
  views: readonly ViewDefinition[],
  events: readonly RawEvent[],
): Promise<Map<ViewDefinition, string>> {
  const fold = new MemoryFold(views);
  for (const [i, event] of read(events).entries()) await fold.add(event, i + 1);
  return new Map(views.map((view) => [view, digest(rowsOf(fold.versionsOf(view)))]));
}

/** The columns are made of the rows, and were not frozen with them. */
function rowsOf(versions: ReadonlyMap<string, FoldedVersion>) {
  const rows = [...versions].map(([key, { columns: _columns, ...version }]) => [key, version] as const);
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}

function digest(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('base64url').slice(0, 22);
}
