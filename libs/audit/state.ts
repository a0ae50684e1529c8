import type { Subject, SubjectKind } from '#domain/kernel/subject';
import { commitmentOf } from '#domain/trajectory/commitment';
import type { AsOf } from '#views/query/as-of';
import type { Views } from '#views/views';

/** The queries that a state is read from. */
export type StateViews = Pick<
  Views,
  'programmes' | 'progress' | 'networks' | 'meetings' | 'groups' | 'pledges' | 'dossier' | 'imports'
>;

/**
 * What the views said of a subject, at a moment (`knownAt`) and for a day (`validOn`). Undefined when it was not known,
 * or when its kind has no view.
 */
export async function stateOf(views: StateViews, subject: Subject, asOf: AsOf): Promise<unknown> {
  const separator = subject.indexOf(':');
  const id = subject.slice(separator + 1);
  switch (subject.slice(0, separator) as SubjectKind) {
    case 'programme':
      return (await views.programmes.get(id, asOf)).data;
    case 'network':
      return (await views.networks.get(id, asOf)).data;
    case 'trajectory':
      return trajectoryState(views, id, asOf);
    case 'meeting':
      return (await views.meetings.get(id, asOf)).data;
    case 'group':
      return (await views.groups.get(id, asOf)).data;
    case 'pledge':
      return (await views.pledges.get(id, asOf)).data;
    case 'item':
      return (await views.dossier.get(id, asOf)).data;
    case 'import':
      return (await views.imports.get(id, asOf)).data;
    default:
      return undefined;
  }
}

/** The lead's line about it, with its commitments, attendance, questions and support. */
async function trajectoryState(views: StateViews, id: string, asOf: AsOf): Promise<unknown> {
  const { basis, data } = await views.progress.trajectory(id, asOf);
  if (!data) return undefined;
  const { summary: item, facts: row } = data;
  const commitments = Object.entries(row.commitments).map(([layer, facts]) => ({
    layer,
    ...commitmentOf(facts, basis.validOn),
  }));
  const until = <T extends { on: string }>(things: readonly T[]) => things.filter(({ on }) => on <= basis.validOn);
  return {
    ...item,
    commitments,
    attendance: until(row.attendance).map(({ meeting, attendance }) => ({ meeting, attendance })),
    contacts: until(row.contacts).length,
  };
}
