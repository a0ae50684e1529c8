/**
 * Whatever has a story of its own. An event names every subject that it concerns, so that the story of any of them can
 * be read from the log without copies.
 */
export const subjectKinds = [
  'programme',
  'network',
  'trajectory',
  'commitment',
  'question',
  'support',
  'meeting',
  'group',
  'pledge',
  'item',
  'organisation',
  'person',
  'import',
  'report-schedule',
  'register',
  'log',
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** `kind:id`, as it stands in the envelope: `trajectory:0197…`, `commitment:0197…/council`. */
export type Subject = `${SubjectKind}:${string}`;

/** The subject of that kind with that id. */
export function subject(kind: SubjectKind, id: string): Subject {
  return `${kind}:${id}`;
}

/** The ids of the subjects of one kind among these. */
export function subjectIds(subjects: readonly string[], kind: SubjectKind): string[] {
  const prefix = `${kind}:`;
  return subjects.filter((s) => s.startsWith(prefix)).map((s) => s.slice(prefix.length));
}

/** A commitment is of one layer of one trajectory; this is its id. */
export function commitmentId(trajectory: string, layer: string): string {
  return `${trajectory}/${layer}`;
}
