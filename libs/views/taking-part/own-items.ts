import { levelOn, type PublicationLevel } from '#domain/dossier/publication';
import type { Lateness } from '#domain/progress/lateness';
import { itemsOn, told } from '../dossier/figures/items-on.ts';
import { type AroundItem, type DossierItem, dossierItemOf } from '../dossier/item.ts';
import type { DossierItemRow } from '../dossier/view.ts';

/** Whose the items are that a participant sees. */
export interface Whose {
  readonly trajectory: string;
  readonly organisation: string;
  readonly network: string | null;
  /** The ids of the meetings of that network, and of the groups that the trajectory is in. */
  readonly meetings: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Dates that were proposed, and what this trajectory answered last. */
export interface OwnPoll {
  readonly poll: string;
  readonly title: string;
  readonly dates: readonly string[];
  /** By when an answer is asked for; null when no day was told. */
  readonly due: string | null;
  /** `opened`, `settled` or `cancelled`. */
  readonly step: string;
  /** The date that was chosen. */
  readonly date: string | null;
  readonly answer: { readonly on: string; readonly possible: readonly string[] } | null;
}

/** Something that the organisation agreed to do. What it is, stands in the event. */
export interface OwnAction {
  readonly action: string;
  readonly role: string;
  readonly due: string | null;
  readonly firstDue: string | null;
  readonly late: Lateness | null;
  readonly step: string;
  readonly since: string;
  readonly event: string;
}

/** Those who work for the programme: what they do for a trajectory is not for the participant to tick off. */
const ofTheProgramme: ReadonlySet<string> = new Set(['lead', 'facilitator', 'expert', 'adviser']);

/** An item whose level was never told is shown to whom it is for; one that was kept for the programme is not. */
function isWithheld({ facts }: DossierItemRow, day: string): boolean {
  const isTold = facts.some(({ fact, on }) => fact === 'publication-set' && on <= day);
  return isTold && levelOn(facts, day) === 'programme';
}

const shared: readonly PublicationLevel[] = ['participants', 'public'];

/** The items of the trajectory that the lead lets participants see, by their ids. */
export function sharedWith(rows: readonly DossierItemRow[], { trajectory }: Whose, day: string): string[] {
  return rows
    .filter((row) => row.trajectory === trajectory && shared.includes(levelOn(row.facts, day)))
    .map(({ item }) => item);
}

/** Polls that ask this trajectory: by its own name, or by that of its network, a meeting of that, or a group of its own. */
export function ownPolls(rows: readonly DossierItemRow[], whose: Whose, day: string): OwnPoll[] {
  return itemsOn('date-poll', rows, day)
    .filter(({ row }) => asks(row, whose) && !isWithheld(row, day))
    .map(({ row, now, facts }) => {
      const opened = told(facts, 'date-poll.opened.v1').at(-1);
      const answer = told(facts, 'date-poll.answered.v1').findLast(({ data }) => data.trajectory === whose.trajectory);
      return {
        poll: row.item,
        title: row.title ?? '',
        dates: [...(opened?.data.dates ?? [])].sort(),
        due: now.due,
        step: now.step,
        date: told(facts, 'date-poll.settled.v1').at(-1)?.data.date ?? null,
        answer: answer ? { on: answer.on, possible: answer.data.possible } : null,
      };
    });
}

function asks(row: DossierItemRow, { trajectory, organisation, network, meetings, groups }: Whose): boolean {
  if (row.trajectory !== null) return row.trajectory === trajectory;
  if (row.organisation !== null) return row.organisation === organisation;
  if (row.group !== null) return groups.has(row.group);
  if (row.meeting !== null) return meetings.has(row.meeting);
  return row.network !== null && row.network === network;
}

/** The actions of the trajectory that its own organisation has in hand. */
export function ownActions(rows: readonly DossierItemRow[], whose: Whose, around: AroundItem): OwnAction[] {
  const day = around.validOn;
  return rows.flatMap((row) => {
    const isOwn = row.kind === 'action' && row.trajectory === whose.trajectory && !isWithheld(row, day);
    const item = isOwn ? dossierItemOf(row, around) : undefined;
    const agreed = row.facts.findLast(({ type, on }) => type === 'action.agreed.v1' && on <= day);
    if (!item || !agreed || !isCarriedBy(item, whose.organisation)) return [];
    const { item: action, due, firstDue, late, step, since } = item;
    return [{ action, role: item.carrier?.role ?? '', due, firstDue, late, step, since, event: agreed.event }];
  });
}

function isCarriedBy({ carrier }: DossierItem, organisation: string): boolean {
  return carrier !== null && carrier.organisation?.id === organisation && !ofTheProgramme.has(carrier.role);
}
