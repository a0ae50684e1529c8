import { isAwaited, latenessOn } from '#domain/progress/lateness';
import type { Template } from '#domain/template/template';
import { commitmentOf } from '#domain/trajectory/commitment';
import { commitmentsOf } from '#domain/trajectory/state';
import type { ItemOn } from '#views/dossier/figures/items-on';
import { supportLines } from '#views/dossier/figures/support';
import { dayOfMeeting } from '#views/meeting/day';
import type { MeetingVersion } from '#views/meeting/queries';
import { freePlaces } from '#views/network/state';
import type { NetworkRow } from '#views/network/view';
import { type ProgressItem, questionsOn } from '#views/progress/item';
import type { TrajectoryRow } from '#views/progress/row';
import { countsOf, perMille, sum } from './counting.ts';
import type {
  Attendance,
  Counts,
  LateCommitment,
  MeetingFigures,
  MilestoneFigures,
  NetworkFigures,
  SupportFigures,
  TrajectoryFigures,
} from './report.ts';

/** A trajectory with what its list item says on the day of the report. */
export interface Followed {
  readonly row: TrajectoryRow;
  readonly item: ProgressItem;
}

/** A meeting as it was on the day of the report. */
export type MeetingInReport = Omit<MeetingVersion, 'since'>;

export function networkFigures(row: NetworkRow): NetworkFigures {
  return {
    network: row.network,
    name: row.name,
    minimum: row.minimum,
    target: row.target,
    maximum: row.maximum,
    given: row.places.length,
    withReservation: row.places.filter(({ reservation }) => reservation !== null).length,
    free: freePlaces(row),
    waiting: row.waiting.length,
    proposed: row.proposals.length,
    region: row.region,
  };
}

export function trajectoryFigures({ item }: Followed): TrajectoryFigures {
  const { progress } = item;
  return {
    trajectory: item.trajectory,
    organisation: item.organisation.name,
    cbs: item.organisation.cbs,
    participation: item.participation?.step ?? 'none',
    milestonesReached: progress?.reached ?? 0,
    milestonesExpected: progress?.measured ? progress.expected : 0,
    milestones: progress?.total ?? 0,
    status: progress?.status ?? 'none',
    reasons: (progress?.reasons ?? []).map(({ code, about, nl, en }) => ({ code, nl, en, ...(about && { about }) })),
    judgement: item.judgement?.judgement ?? null,
    lastContactOn: item.lastContact?.on ?? null,
    supportMinutes: item.support.deliveredMinutes,
  };
}

/** Of the trajectories that are measured: for how many a milestone is due by that day, and how many reached it. */
export function milestoneFigures(followed: readonly Followed[], template: Template, day: string): MilestoneFigures[] {
  const measured = followed.flatMap(({ item }) => (item.progress?.measured ? [item.progress.milestones] : []));
  return template.milestones.map(({ key, label }) => {
    const asked = measured.flatMap((milestones) => milestones.filter((m) => m.key === key && m.asked));
    return {
      key,
      label,
      reached: asked.filter(({ reachedOn }) => reachedOn !== null).length,
      due: asked.filter(({ due }) => due !== null && due <= day).length,
    };
  });
}

/** Where the commitment of each layer is, for all trajectories that had begun. */
export function commitmentFigures(
  followed: readonly Followed[],
  template: Template,
  day: string,
): { commitments: Readonly<Record<string, Counts>>; lateCommitments: LateCommitment[] } {
  const standing = template.layers.flatMap(({ key }) =>
    followed.map(({ row, item }) => ({
      layer: key,
      item,
      now: commitmentOf(commitmentsOf(row.commitments, key), day),
    })),
  );
  const commitments = Object.fromEntries(
    template.layers.map(({ key }) => [
      key,
      countsOf(standing.filter(({ layer }) => layer === key).map(({ now }) => now.step)),
    ]),
  );
  const lateCommitments = standing.flatMap(({ layer, item, now }) => {
    // Of a trajectory that has ended or was turned away no answer is awaited any more.
    const late = isAwaited(item.participation ?? undefined) ? latenessOn(now, day) : undefined;
    const { trajectory, organisation } = item;
    return late ? [{ trajectory, organisation: organisation.name, layer, due: late.due, daysOver: late.days }] : [];
  });
  return { commitments, lateCommitments };
}

export function meetingFigures(row: MeetingInReport): MeetingFigures {
  const held = row.heldOn !== null;
  return {
    meeting: row.meeting,
    kind: row.kind,
    title: row.title,
    date: dayOfMeeting(row),
    moves: row.moves.length,
    held,
    ...attendanceOf(held ? row.attendance.map(({ attendance }) => attendance) : []),
    state: row.state,
  };
}

/** Who was there of those expected. */
export function attendanceOf(attendance: readonly string[]): Attendance {
  const present = attendance.filter((a) => a === 'present').length;
  return {
    present,
    excused: attendance.filter((a) => a === 'excused').length,
    absent: attendance.filter((a) => a === 'absent').length,
    presentPerMille: perMille(present, attendance.length),
  };
}

/** What was asked, found, done and delivered by that day. */
export function supportFigures(
  followed: readonly Followed[],
  hours: readonly ItemOn<'support-hours'>[],
  day: string,
): SupportFigures {
  const lines = supportLines(
    followed.map(({ row }) => row),
    hours,
    day,
  );
  return {
    requested: lines.filter(({ requestedOn }) => requestedOn !== null).length,
    matched: lines.filter(({ matchedOn }) => matchedOn !== null).length,
    completed: lines.filter(({ completedOn }) => completedOn !== null).length,
    plannedMinutes: sum(lines.map(({ planned }) => planned)),
    deliveredMinutes: sum(lines.map(({ delivered }) => delivered)),
    approvedMinutes: sum(lines.map(({ approved }) => approved)),
    countedMinutes: sum(lines.map(({ counted }) => counted)),
  };
}

export function questionFigures(followed: readonly Followed[], day: string): Counts {
  const questions = followed.flatMap(({ row }) => questionsOn(row, day));
  return countsOf(questions.map(({ category }) => category));
}
