import { commitmentId, type Subject, type SubjectKind, subject } from './subject.ts';

/** The fields of events' data that name something with a story of its own. */
const kindOfField: Readonly<Record<string, SubjectKind>> = {
  programme: 'programme',
  network: 'network',
  trajectory: 'trajectory',
  freedBy: 'trajectory',
  organisation: 'organisation',
  successor: 'organisation',
  client: 'organisation',
  question: 'question',
  sameAs: 'question',
  support: 'support',
  expert: 'person',
  meeting: 'meeting',
  group: 'group',
  pledge: 'pledge',
  item: 'item',
  person: 'person',
  import: 'import',
  schedule: 'report-schedule',
};

/**
 * Where a field's list holds names of one kind, or things that have such fields themselves. Other items of the dossier
 * (`items`) are no subjects: an event about an item names that one, and no other.
 */
const kindOfList: Readonly<Record<string, SubjectKind>> = {
  members: 'trajectory',
  trajectories: 'trajectory',
  organisations: 'organisation',
};

/**
 * The subjects that an event's data names, in the order of the data. `trajectory` makes a layer into the commitment
 * of that trajectory.
 */
export function subjectsNamed(data: object, trajectory?: string): Subject[] {
  const named: Subject[] = [];
  for (const [field, value] of Object.entries(data)) {
    const kind = kindOfField[field];
    const listed = kindOfList[field];
    if (typeof value === 'string' && kind) named.push(subject(kind, value));
    else if (field === 'layer' && trajectory !== undefined) {
      named.push(subject('commitment', commitmentId(trajectory, String(value))));
    } else if (Array.isArray(value)) {
      named.push(...value.flatMap((entry) => subjectsOfEntry(entry, listed)));
    }
  }
  return [...new Set(named)];
}

function subjectsOfEntry(entry: unknown, kind: SubjectKind | undefined): Subject[] {
  if (typeof entry === 'string') return kind ? [subject(kind, entry)] : [];
  return typeof entry === 'object' && entry !== null ? subjectsNamed(entry) : [];
}
