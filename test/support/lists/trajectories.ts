import { isAwaited, latenessOn } from '#domain/progress/lateness';
import { commitmentOf } from '#domain/trajectory/commitment';
import { courseOf } from '#domain/trajectory/course';
import { participationSteps } from '#domain/trajectory/participation';
import { rankIn } from '#views/lists/organisations';
import { networkView } from '#views/network/view';
import { type ProgrammeRow, programmeView } from '#views/programme/view';
import { itemOf, type ProgressItem } from '#views/progress/item';
import { progressFactsOf } from '#views/progress/measure';
import type { ProgressRequest } from '#views/progress/queries';
import type { TrajectoryRow } from '#views/progress/row';
import { progressView } from '#views/progress/view';
import type { Snapshot } from '#views/query/snapshot';
import type { Register } from '#views/register/register';
import { by, organisationFits } from './choosing.ts';

export interface Trajectory {
  readonly row: TrajectoryRow;
  readonly item: ProgressItem;
  readonly day: string;
}

/** Every trajectory that had begun by the day of the answer, computed from its own rows. */
export async function everyTrajectory(snapshot: Snapshot, programme: string | undefined): Promise<Trajectory[]> {
  const { validOn } = snapshot.basis;
  const register = await snapshot.register();
  const networks = new Map((await snapshot.rows(networkView)).map((row) => [row.network, row]));
  const programmes = new Map((await snapshot.rows(programmeView)).map((row) => [row.programme, row]));
  return (await snapshot.rows(progressView, programme))
    .filter((row) => beginOf(row, programmes.get(row.programme)) <= validOn)
    .map((row) => ({
      row,
      day: validOn,
      item: itemOf(row, { register, networks, programme: programmes.get(row.programme), validOn }),
    }));
}

/** The first day on which something is known to have happened; a meeting counts on its own day. */
function beginOf(row: TrajectoryRow, programme: ProgrammeRow | undefined): string {
  const { commitments, ...facts } = progressFactsOf(row, programme?.meetings ?? []);
  const dated = [...facts.course, ...facts.places, ...facts.attendance, ...Object.values(commitments).flat()];
  const days = [...facts.questions, ...facts.supportCompleted, ...facts.contacts, ...dated.map(({ on }) => on)];
  return days.sort()[0] ?? '9999-12-31';
}

export function trajectoryFits(
  { row, item, day }: Trajectory,
  filter: NonNullable<ProgressRequest['filter']>,
): boolean {
  const { network, participation, status, category, late } = filter;
  return (
    organisationFits(item.organisation, filter) &&
    (network === undefined || item.network?.id === network) &&
    (participation === undefined || item.participation?.step === participation) &&
    (status === undefined || (item.progress?.status ?? 'none') === status) &&
    (category === undefined || item.questions.categories.includes(category)) &&
    (late === undefined || isLate(row, day) === late)
  );
}

function isLate({ course, commitments }: TrajectoryRow, day: string): boolean {
  if (!isAwaited(courseOf(course, day))) return false;
  return Object.values(commitments).some((facts) => latenessOn(commitmentOf(facts, day), day) !== undefined);
}

export function orderOfTrajectories(sort: string, register: Register) {
  const rank = ({ item }: Trajectory) => rankIn(register, item.organisation.id);
  return by<Trajectory>(sort, {
    name: rank,
    participation: ({ item }) => (item.participation ? participationSteps.indexOf(item.participation.step) : -1),
    status: ({ item }) => ['behind', 'attention', 'on-schedule', 'none'].indexOf(item.progress?.status ?? 'none'),
    reached: ({ item }) => item.progress?.reached ?? 0,
    'last-contact': ({ item }) => item.lastContact?.on ?? '',
    second: rank,
    id: ({ item }) => item.trajectory,
  });
}
