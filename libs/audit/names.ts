import type { AsOf } from '#views/query/as-of';
import type { Views } from '#views/views';
import type { Names } from './words/speech.ts';

/** The queries that names are read from. */
export type NamingViews = Pick<Views, 'programmes' | 'progress' | 'networks' | 'meetings' | 'groups' | 'organisations'>;

/** The largest page: names are read in as few questions as can be. */
const everyTrajectory = 500;

/**
 * What everything in a programme was called at that moment. Without a programme (the story of the register, of the log)
 * there are no names but those in the events themselves.
 */
export async function namesOf(views: NamingViews, programme: string | undefined, asOf: AsOf): Promise<Names> {
  if (programme === undefined) return nameless;
  const [detail, trajectories, networks, meetings, groups] = await Promise.all([
    views.programmes.get(programme, asOf),
    trajectoryNames(views, programme, asOf),
    views.networks.ofProgramme(programme, asOf),
    views.meetings.ofProgramme(programme, asOf),
    views.groups.ofProgramme(programme, asOf),
  ]);
  const template = detail.data?.template;
  const networkNames = new Map(networks.data.map(({ network, name }) => [network, name]));
  const meetingNames = new Map(meetings.data.map(({ meeting, title }) => [meeting, title]));
  const groupNames = new Map(groups.data.map(({ group, name }) => [group, name]));
  return {
    organisation: (id) => trajectories.byOrganisation.get(id),
    trajectory: (id) => trajectories.byId.get(id),
    network: (id) => networkNames.get(id),
    meeting: (id) => meetingNames.get(id),
    group: (id) => groupNames.get(id),
    layer: (key) => template?.layers.find((layer) => layer.key === key)?.label,
    category: (key) => template?.categories.find((category) => category.key === key)?.label,
  };
}

async function trajectoryNames(views: NamingViews, programme: string, asOf: AsOf) {
  const byId = new Map<string, string>();
  const byOrganisation = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const { data } = await views.progress.ofProgramme(programme, { limit: everyTrajectory, cursor }, asOf);
    for (const { trajectory, organisation } of data.items) {
      byId.set(trajectory, organisation.name);
      byOrganisation.set(organisation.id, organisation.name);
    }
    cursor = data.next;
  } while (cursor !== undefined);
  return { byId, byOrganisation };
}

const nothing = () => undefined;

const nameless: Names = {
  organisation: nothing,
  trajectory: nothing,
  network: nothing,
  meeting: nothing,
  group: nothing,
  layer: nothing,
  category: nothing,
};
