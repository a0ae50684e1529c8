/** The fields that say what a fact is about; another one is another fact. */
const identifying: readonly string[] = [
  'programme',
  'network',
  'trajectory',
  'organisation',
  'question',
  'support',
  'meeting',
  'group',
  'pledge',
  'item',
  'import',
  'schedule',
  'layer',
  'kind',
];

/** Of these the kind is what the thing is, also when it is to become one; the kind of a contact moment is only a property. */
const kindsThatIdentify = ['opening', 'exchange', 'closing'];

/** The first field that identifies the fact and that the new data changes, adds or leaves out. */
export function changedIdentity(before: unknown, after: unknown): string | undefined {
  const old = fieldsOf(before);
  const fresh = fieldsOf(after);
  return identifying.find((field) => {
    if (old[field] === fresh[field]) return false;
    // In which meeting something was pledged is told of it, as its day is. A meeting itself goes by its id.
    if (field === 'meeting' && 'pledge' in old) return false;
    return field !== 'kind' || [old, fresh].some(({ kind }) => kindsThatIdentify.includes(String(kind)));
  });
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

/** Whether two contents are the same. Sealed text and clear text cannot be compared and count as different. */
export function sameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** With the fields of every object in one order; fields that are `undefined` are not there. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}
