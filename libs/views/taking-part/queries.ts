import { sql } from 'kysely';
import type { Sentence } from '#domain/kernel/decision';
import { subject } from '#domain/kernel/subject';
import { aroundItems } from '../dossier/around.ts';
import { rowsOfKinds } from '../dossier/figures/rows-of-kinds.ts';
import { type DossierItemRow, dossierItemView } from '../dossier/view.ts';
import { groupOn, groupView } from '../group/view.ts';
import { type MeetingItem, meetingItemOf } from '../meeting/item.ts';
import { meetingView } from '../meeting/view.ts';
import type { PledgeItem } from '../pledge/item.ts';
import { itemsOf as pledgesOf } from '../pledge/queries.ts';
import { pledgeView } from '../pledge/view.ts';
import { networksOn, type OpenNetwork, type ProgrammeRow, programmeView } from '../programme/view.ts';
import type { ProgressItem } from '../progress/item.ts';
import { networkOn } from '../progress/networks.ts';
import { itemsOf as standingsOf } from '../progress/queries.ts';
import type { TrajectoryRow } from '../progress/row.ts';
import { progressView } from '../progress/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { type GivenAccess, givenAccess, type ShownForm, shownForm } from './access.ts';
import { type OwnAction, type OwnPoll, ownActions, ownPolls, sharedWith, type Whose } from './own-items.ts';

/** What somebody who takes part is shown of one trajectory. Texts are in the events. */
export interface OwnPart {
  readonly programme: Pick<ProgrammeRow, 'programme' | 'name' | 'from' | 'until'>;
  readonly standing: ProgressItem;
  /** Of its network and of the whole programme, by date; without those that were cancelled or are of the programme itself. */
  readonly meetings: readonly MeetingItem[];
  readonly polls: readonly OwnPoll[];
  /** Those that its own organisation is to keep, or kept. */
  readonly pledges: readonly PledgeItem[];
  readonly actions: readonly OwnAction[];
  /** Other items of the trajectory that participants may see. */
  readonly shared: readonly string[];
}

/** For which networks one can apply by a form, and about what one can ask a question in it. */
export interface FormChoices {
  readonly networks: readonly OpenNetwork[];
  readonly categories: readonly { readonly key: string; readonly label: Sentence }[];
}

/** A form for everybody: of which programme, and what can be chosen in it. */
export interface PublicForm extends ShownForm, FormChoices {
  readonly name: string;
  readonly from: string;
  readonly programmeUntil: string;
  readonly client: string;
}

/** What concerns those who take part themselves, and those who want to. */
export class TakingPartQueries {
  constructor(private readonly reader: Reader) {}

  /** Who was given access to a trajectory, until when, and whether that still holds; the last given first. */
  accesses(trajectory: string, asOf: AsOf): Promise<Answer<{ items: GivenAccess[]; total: number } | undefined>> {
    return this.reader.read(asOf, { subject: subject('trajectory', trajectory) }, async (snapshot) => {
      const standing = await snapshot.row(progressView, trajectory);
      if (!standing) return undefined;
      const rows = await rowsOfKinds(snapshot, standing.programme, ['participation-access']);
      const items = rows
        .filter((row) => row.trajectory === trajectory)
        .flatMap((row) => givenAccess(row, snapshot.basis.validOn) ?? [])
        .sort((a, b) => b.grantedOn.localeCompare(a.grantedOn) || b.access.localeCompare(a.access));
      return { items, total: items.length };
    });
  }

  /** What is shown of a trajectory to who takes part in it; undefined when there is no such trajectory. */
  part(trajectory: string, asOf: AsOf): Promise<Answer<OwnPart | undefined>> {
    return this.reader.read(asOf, { subject: subject('trajectory', trajectory) }, async (snapshot) => {
      const row = await snapshot.row(progressView, trajectory);
      const programme = row && (await snapshot.row(programmeView, row.programme));
      const [standing] = await standingsOf(snapshot, row ? [row] : []);
      return row && programme && standing && partOf(snapshot, { row, programme, standing });
    });
  }

  /** The form by which one applies to a programme; undefined when none is open. */
  form(programme: string, asOf: AsOf): Promise<Answer<PublicForm | undefined>> {
    return this.reader.read(asOf, { programme }, async (snapshot) => {
      const row = await snapshot.row(programmeView, programme);
      const form = shownForm(await formsOf(snapshot, programme), snapshot.basis.validOn);
      if (!row || !form) return undefined;
      const { name, from, until } = row;
      const client = (await snapshot.register()).named(row.client).name;
      return {
        ...form,
        name,
        from,
        programmeUntil: until,
        client,
        ...choicesIn(row, form.network, snapshot.basis.validOn),
      };
    });
  }

  /** Between what one chooses in a form for that network, or for any; undefined when there is no such programme. */
  choices(programme: string, network: string | undefined, asOf: AsOf): Promise<Answer<FormChoices | undefined>> {
    return this.reader.read(asOf, { programme }, async (snapshot) => {
      const row = await snapshot.row(programmeView, programme);
      return row && choicesIn(row, network, snapshot.basis.validOn);
    });
  }
}

function choicesIn(row: ProgrammeRow, network: string | undefined, day: string): FormChoices {
  const networks = networksOn(row, day);
  return {
    networks: network === undefined ? networks : networks.filter((own) => own.network === network),
    categories: (row.template?.categories ?? []).map(({ key, label }) => ({ key, label })),
  };
}

/** The application forms of a programme, in the order in which they were recorded. */
async function formsOf(snapshot: Snapshot, programme: string): Promise<DossierItemRow[]> {
  const items = snapshot.table(dossierItemView);
  const { rows } = await sql<{ row: DossierItemRow }>`
    SELECT row FROM ${items} form
    WHERE programme = ${programme}::uuid AND kind = 'application-form' AND ${snapshot.current}
    ORDER BY (SELECT min(first.from_ordinal) FROM ${items} first WHERE first.key = form.key), key COLLATE "C"`.execute(
    snapshot.tx,
  );
  return rows.map(({ row }) => row);
}

interface Known {
  readonly row: TrajectoryRow;
  readonly programme: ProgrammeRow;
  readonly standing: ProgressItem;
}

async function partOf(snapshot: Snapshot, { row, programme, standing }: Known): Promise<OwnPart> {
  const day = snapshot.basis.validOn;
  const own = networkOn(row, day);
  const meetings = (await snapshot.rows(meetingView, row.programme))
    .filter(({ network, kind }) => (network === null || network === own) && kind !== 'steering-group')
    .flatMap((meeting) => meetingItemOf(meeting, day) ?? []);
  const groups = (await snapshot.rows(groupView, row.programme))
    .flatMap((group) => groupOn(group, day) ?? [])
    .filter(({ members }) => members.includes(row.trajectory));
  const items = await itemsAround(snapshot, row);
  const whose: Whose = {
    trajectory: row.trajectory,
    organisation: row.organisation,
    network: own,
    meetings: new Set(meetings.map(({ meeting }) => meeting)),
    groups: new Set(groups.map(({ group }) => group)),
  };
  const actions = items.filter(({ kind, trajectory }) => kind === 'action' && trajectory === row.trajectory);
  const { name, from, until } = programme;
  return {
    programme: { programme: row.programme, name, from, until },
    standing,
    meetings: meetings.filter(({ state }) => state !== 'cancelled').sort((a, b) => a.date.localeCompare(b.date)),
    polls: ownPolls(items, whose, day),
    pledges: await ownPledges(snapshot, row),
    actions: ownActions(actions, whose, await aroundItems(snapshot, actions)),
    shared: sharedWith(items, whose, day),
  };
}

/** The items of the trajectory, and every poll of the programme: whom a poll asks, it may tell by a network or a meeting. */
async function itemsAround(snapshot: Snapshot, { programme, trajectory }: TrajectoryRow): Promise<DossierItemRow[]> {
  const { rows } = await sql<{ row: DossierItemRow }>`
    SELECT row FROM ${snapshot.table(dossierItemView)}
    WHERE programme = ${programme}::uuid AND (trajectory = ${trajectory} OR kind = 'date-poll') AND ${snapshot.current}
    ORDER BY key COLLATE "C"`.execute(snapshot.tx);
  return rows.map(({ row }) => row);
}

async function ownPledges(snapshot: Snapshot, { programme, trajectory, organisation }: TrajectoryRow) {
  const rows = await snapshot.rows(pledgeView, programme);
  const pledges = await pledgesOf(
    snapshot,
    rows.filter((pledge) => pledge.trajectory === trajectory),
  );
  return pledges.filter(({ keeper }) => keeper?.organisation.id === organisation);
}
