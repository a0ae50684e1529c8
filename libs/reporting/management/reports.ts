import { sql } from 'kysely';
import type { Sentence } from '#domain/kernel/decision';
import { subject } from '#domain/kernel/subject';
import { type ItemOn, itemsOn } from '#views/dossier/figures/items-on';
import { rowsOfKinds } from '#views/dossier/figures/rows-of-kinds';
import { dayOfMeeting } from '#views/meeting/day';
import { meetingItemOf } from '#views/meeting/item';
import { isHeldByMonth } from '#views/meeting/queries';
import { meetingView } from '#views/meeting/view';
import { networkOn } from '#views/network/state';
import { type NetworkRow, networkView } from '#views/network/view';
import { type ProgrammeRow, programmeView } from '#views/programme/view';
import { itemOf } from '#views/progress/item';
import type { TrajectoryRow } from '#views/progress/row';
import { progressView } from '#views/progress/view';
import { withOrganisations } from '#views/progress/whose';
import type { AsOf, Basis } from '#views/query/as-of';
import type { Snapshot } from '#views/query/snapshot';
import { everyLateIn, type LateStanding } from '#views/registration-lag/every-late';
import { standingsChosen } from '#views/standing/chosen';
import type { Views } from '#views/views';
import { countsOf } from './counting.ts';
import * as figures from './figures.ts';
import { type Recording, recordingFigures } from './recording.ts';
import type { ManagementReport } from './report.ts';

/** Makes management reports, as known at any moment and as on any day. */
export class ManagementReports {
  constructor(private readonly views: Pick<Views, 'reader' | 'story' | 'loader'>) {}

  /**
   * The report of a programme; undefined when the programme was not known then. Everything in it is read at one
   * ordinal, so the same ordinal and day give the same report.
   *
   * @throws NotThereYet when the views have not come that far.
   */
  async report(programme: string, asOf: AsOf): Promise<ManagementReport | undefined> {
    const { basis } = await this.views.reader.read(asOf, { programme }, () => Promise.resolve(undefined));
    // From here on by ordinal: what was asked by a moment has the same basis as when it is asked again by ordinal.
    const { ordinal, validOn, provisional } = basis;
    const fixed: AsOf = { knownAt: { ordinal }, validOn, provisional };
    const { data, basis: found } = await this.views.reader.read(fixed, { programme }, (snapshot) =>
      read(snapshot, programme),
    );
    return data && compose(data, await this.recording(programme, data.late, fixed), found);
  }

  private async recording(programme: string, facts: readonly LateStanding[], asOf: AsOf): Promise<Recording> {
    const [events, corrected] = await Promise.all([
      this.views.loader.load(facts),
      this.views.story.corrected(subject('programme', programme), asOf),
    ]);
    const late = facts.flatMap((fact, index) => {
      const event = events[index];
      return event ? [[fact, event] as const] : [];
    });
    return { late, corrected };
  }
}

interface Read {
  readonly programme: ProgrammeRow;
  readonly client: string;
  readonly networks: readonly NetworkRow[];
  readonly meetings: readonly figures.MeetingInReport[];
  readonly followed: readonly figures.Followed[];
  readonly hours: readonly ItemOn<'support-hours'>[];
  readonly late: readonly LateStanding[];
}

async function read(snapshot: Snapshot, id: string): Promise<Read | undefined> {
  const programme = await snapshot.row(programmeView, id);
  if (!programme) return undefined;
  const register = await snapshot.register();
  const { validOn } = snapshot.basis;
  const networks = await snapshot.rows(networkView, id);
  const byId = new Map(networks.map((network) => [network.network, network]));
  const rows = await withOrganisations(snapshot, await begunIn(snapshot, id));
  const followed = rows.map((row) => ({ row, item: itemOf(row, { register, networks: byId, programme, validOn }) }));
  const hours = itemsOn('support-hours', await rowsOfKinds(snapshot, id, ['support-hours']), validOn);
  return {
    programme,
    hours,
    late: await everyLateIn(snapshot, id),
    client: register.named(programme.client).name,
    networks: networks
      .flatMap((network) => networkOn(network, validOn) ?? [])
      .sort((a, b) => inOrder(a.name, b.name) || inOrder(a.network, b.network)),
    meetings: await meetingsIn(snapshot, id),
    followed: followed.toSorted(
      (a, b) =>
        inOrder(a.item.organisation.name, b.item.organisation.name) || inOrder(a.row.trajectory, b.row.trajectory),
    ),
  };
}

/** The trajectories that had begun by the day of the answer: those that the lists have and the summary counts. */
async function begunIn(snapshot: Snapshot, programme: string): Promise<TrajectoryRow[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM (${await standingsChosen(snapshot, { programme })}) chosen`.execute(snapshot.tx);
  return snapshot.rowsOf(
    progressView,
    rows.map(({ key }) => key),
  );
}

async function meetingsIn(snapshot: Snapshot, programme: string): Promise<figures.MeetingInReport[]> {
  const { validOn } = snapshot.basis;
  const rows = await snapshot.rows(meetingView, programme);
  return rows
    .flatMap((row) => {
      const item = meetingItemOf(row, validOn);
      return item ? [{ ...item, heldByMonth: isHeldByMonth(row, validOn) }] : [];
    })
    .sort((a, b) => inOrder(dayOfMeeting(a), dayOfMeeting(b)) || inOrder(a.meeting, b.meeting));
}

/** By code units: another machine's idea of the alphabet must not change the bytes of a report. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compose(read: Read, recording: Recording, basis: Basis): ManagementReport {
  const { programme, followed } = read;
  const day = basis.validOn;
  const { template } = programme;
  const trajectories = followed.map(figures.trajectoryFigures);
  const meetings = read.meetings.map(figures.meetingFigures);
  const held = new Set(meetings.flatMap(({ meeting, held }) => (held ? [meeting] : [])));
  const attendance = read.meetings.filter(({ meeting }) => held.has(meeting)).flatMap((row) => row.attendance);
  const titles = new Map(meetings.map(({ meeting, title }) => [meeting, title]));
  const names = new Map(followed.map(({ item }) => [item.trajectory, item.organisation.name]));
  return {
    report: 'management',
    format: 1,
    fictitious: basis.fictitious,
    basis: stampOf(basis, programme),
    programme: {
      id: programme.programme,
      name: programme.name,
      client: read.client,
      from: programme.from,
      until: programme.until,
    },
    networks: read.networks.map(figures.networkFigures),
    participation: countsOf(trajectories.map(({ participation }) => participation)),
    status: countsOf(trajectories.map(({ status }) => status)),
    milestones: template ? figures.milestoneFigures(followed, template, day) : [],
    trajectories,
    ...(template ? figures.commitmentFigures(followed, template, day) : { commitments: {}, lateCommitments: [] }),
    meetings,
    attendance: figures.attendanceOf(attendance.map((entry) => entry.attendance)),
    support: figures.supportFigures(followed, read.hours, day),
    questions: figures.questionFigures(followed, day),
    ...recordingFigures(recording, { organisation: (id) => names.get(id), meeting: (id) => titles.get(id) }),
    labels: { layers: labelsOf(template?.layers ?? []), categories: labelsOf(template?.categories ?? []) },
  };
}

function labelsOf(things: readonly { key: string; label: Sentence }[]): Readonly<Record<string, Sentence>> {
  return Object.fromEntries(things.map(({ key, label }) => [key, label]));
}

function stampOf(basis: Basis, { template }: ProgrammeRow): ManagementReport['basis'] {
  const { ordinal, knownAt, validOn, log, folds, register, stale, provisional } = basis;
  return {
    ordinal,
    knownAt,
    validOn,
    log,
    folds,
    template: template && { key: template.key, version: template.version },
    register: register?.release ?? null,
    ...(stale && { stale }),
    ...(provisional && { provisional }),
  };
}
