import { type Subject, type SubjectKind, subject, subjectIds } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import type { Cause } from '#views/between/cause';
import type { Change } from '#views/between/changes';
import type { Period } from '#views/between/period';
import type { StoryLine } from '../story/line.ts';
import type { Lang, Names } from '../words/speech.ts';
import { causeWords } from './cause-words.ts';
import { type Difference, differencesOf } from './differences.ts';
import { type ChangeKind, kindOf } from './kinds.ts';
import { tellsByItself } from './readings.ts';

/** A row as it is from this change on; without `row` it is gone. */
export interface RowNow {
  readonly view: string;
  readonly key: string;
  readonly row?: unknown;
}

/** One change between two moments: an event in words, with what it changed, and why it stands in the period. */
export interface ChangeLine extends StoryLine {
  /** Absent for what belongs to no programme. */
  readonly programme?: string;
  /** Everything that it concerns. */
  readonly subjects: readonly Subject[];
  /** What it is mainly about, and what that is called as far as it has a name. */
  readonly about: { readonly subject: Subject; readonly name?: string };
  readonly change: ChangeKind;
  readonly cause: Cause;
  /** The cause as a sentence. */
  readonly causeWords: string;
  readonly differences: readonly Difference[];
  /** Every row that it changed, whole: laid over the rows of before, they give the rows of after. Only when asked. */
  readonly rows?: readonly RowNow[];
}

export interface Lines {
  readonly names: (programme: string | undefined) => Names;
  readonly lang: Lang;
  readonly period: Period;
  readonly withRows: boolean;
  /** The view that was asked for; without it every view tells what it alone knows. */
  readonly view?: string | undefined;
}

/** The line of a change, from what its story says of it. */
export function changeLine(change: Change, told: StoryLine, lines: Lines): ChangeLine {
  const { event, cause, rows } = change;
  const { programme } = event.envelope;
  const names = lines.names(programme);
  const about = mainSubject(event);
  const name = nameOf(about, names);
  const shown = rows.filter(({ view }) => (lines.view === undefined ? tellsByItself(view) : view.name === lines.view));
  return {
    ...told,
    ...(programme !== undefined && { programme }),
    subjects: event.subjects,
    about: { subject: about, ...(name !== undefined && { name }) },
    change: kindOf(event.type, cause),
    cause,
    causeWords: causeWords(event, cause, lines),
    differences: shown.flatMap((row) => differencesOf(row, { names, lang: lines.lang })),
    ...(lines.withRows && { rows: rows.map(rowNow) }),
  };
}

function rowNow({ view, key, after }: Change['rows'][number]): RowNow {
  return { view: view.name, key, ...(after !== undefined && { row: after }) };
}

/** When an event names none of them alone, it is about the last thing of these that it names. */
const fromSmallToLarge: readonly SubjectKind[] = [
  'pledge',
  'item',
  'trajectory',
  'meeting',
  'group',
  'network',
  'import',
  'report-schedule',
  'programme',
  'organisation',
  'register',
  'log',
];

/** One pledge or item of the dossier, or else one trajectory; what concerns several is about the meeting, group or network that names them. */
function mainSubject({ subjects, stream }: Pick<LoggedEvent, 'subjects' | 'stream'>): Subject {
  for (const kind of fromSmallToLarge) {
    const [id, another] = subjectIds(subjects, kind);
    if (id !== undefined && another === undefined) return subject(kind, id);
  }
  return subjects[0] ?? subject('log', stream);
}

function nameOf(about: Subject, names: Names): string | undefined {
  const [kind, id = ''] = about.split(/:(.*)/s) as [SubjectKind, string];
  switch (kind) {
    case 'trajectory':
      return names.trajectory(id);
    case 'meeting':
      return names.meeting(id);
    case 'group':
      return names.group(id);
    case 'network':
      return names.network(id);
    case 'organisation':
      return names.organisation(id);
    case 'pledge':
      return names.pledge(id);
    case 'item':
      return names.item(id);
    default:
      return undefined;
  }
}
