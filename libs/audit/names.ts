import { spoken } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import { type SubjectKind, subject, subjectIds } from '#domain/kernel/subject';
import { meetingOf } from '#domain/meeting/course';
import type { LoggedEvent } from '#log/contract/codec';
import { lastVersions } from '#views/between/versions';
import { itemsNamedBy } from '#views/dossier/links';
import { dossierItemView } from '#views/dossier/view';
import { groupView } from '#views/group/view';
import { type MeetingRow, meetingView } from '#views/meeting/view';
import { networkView } from '#views/network/view';
import { pledgeView } from '#views/pledge/view';
import { type ProgrammeRow, programmeView } from '#views/programme/view';
import { progressView } from '#views/progress/view';
import { withOrganisations } from '#views/progress/whose';
import type { Scope } from '#views/query/reader';
import type { Snapshot } from '#views/query/snapshot';
import type { Views } from '#views/views';
import { organisationKindWords } from './words/codes.ts';
import type { Names } from './words/speech.ts';

/** The queries that names are read from. */
export type NamingViews = Pick<Views, 'reader'>;

/** The names in a programme; what a key of its template is called differs from programme to programme. */
export type NamesOf = (programme: string | undefined) => Names;

/**
 * What everything that these events name was called at that ordinal, also what is gone by then; and these trajectories
 * besides. Only that is read, so a page of a story costs the same in a large programme as in a small one.
 */
export async function namesOf(
  views: NamingViews,
  events: readonly Pick<LoggedEvent, 'subjects' | 'envelope' | 'data'>[],
  { ordinal, trajectories = [] }: { readonly ordinal: number; readonly trajectories?: readonly string[] },
): Promise<NamesOf> {
  const programmes = [...new Set(events.flatMap(({ envelope }) => envelope.programme ?? []))];
  const all = [
    ...events.flatMap((event) => event.subjects),
    ...events.flatMap(({ data }) => itemsNamedBy({ data: { ...data } }).map((id) => subject('item', id))),
    ...trajectories.map((id) => subject('trajectory', id)),
  ];
  const subjects = [...new Set(all)];
  const named = (kind: SubjectKind) => subjectIds(subjects, kind);
  const { data } = await views.reader.read({ knownAt: { ordinal } }, scopeOf(programmes), (snapshot) =>
    read(snapshot, programmes, named),
  );
  return data;
}

function scopeOf(programmes: readonly string[]): Scope {
  const [only, another] = programmes;
  if (only === undefined) return 'index';
  return another === undefined ? { programme: only } : 'everything';
}

async function read(
  snapshot: Snapshot,
  programmes: readonly string[],
  named: (kind: SubjectKind) => readonly string[],
): Promise<NamesOf> {
  const register = await snapshot.register();
  const lastRows = await lastVersions(snapshot, progressView, named('trajectory'));
  const ofTrajectory = await withOrganisations(snapshot, [...lastRows.values()]);
  const trajectories = new Map(ofTrajectory.map((row) => [row.trajectory, row]));
  const networks = await lastVersions(snapshot, networkView, named('network'));
  const meetings = await lastVersions(snapshot, meetingView, named('meeting'));
  const groups = await lastVersions(snapshot, groupView, named('group'));
  const pledges = await lastVersions(snapshot, pledgeView, named('pledge'));
  const items = await lastVersions(snapshot, dossierItemView, named('item'));
  const rows = await lastVersions(snapshot, programmeView, programmes);
  const organisation = (id: string) => register.get(id)?.name;
  const things = {
    organisation,
    trajectory: (id: string) => organisation(trajectories.get(id)?.organisation ?? ''),
    network: (id: string) => networks.get(id)?.name,
    meeting: (id: string) => meetings.get(id)?.title,
    group: (id: string) => groups.get(id)?.name,
    pledge: (id: string) => organisation(pledges.get(id)?.organisation ?? ''),
    item: (id: string) => items.get(id)?.title ?? undefined,
    apart: (id: string) => {
      const meeting = meetings.get(id);
      if (meeting) return dateOf(meeting);
      const kind = register.get(trajectories.get(id)?.organisation ?? id)?.kind;
      return kind && organisationKindWords[kind];
    },
  };
  return (programme) => ({ ...things, ...keysOf(rows.get(programme ?? '')) });
}

/** The day of a meeting, whatever became of it. */
function dateOf(meeting: MeetingRow): Sentence | undefined {
  const date = meetingOf(meeting.facts)?.date;
  return date === undefined ? undefined : spoken(date);
}

/** How the template calls its keys. */
function keysOf(programme: Pick<ProgrammeRow, 'template'> | undefined): Pick<Names, 'layer' | 'category'> {
  const { layers = [], categories = [] } = programme?.template ?? {};
  return {
    layer: (key) => layers.find((layer) => layer.key === key)?.label,
    category: (key) => categories.find((category) => category.key === key)?.label,
  };
}
