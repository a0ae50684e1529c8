import { type Carrier, carrierOf } from '#domain/dossier/carrier';
import { item } from '#domain/dossier/decider';
import type { ItemEvent } from '#domain/dossier/events';
import { type ItemState, itemOf } from '#domain/dossier/state';
import { dayAmong } from '#domain/kernel/days';
import { evolveAll } from '#domain/kernel/decision';
import { type Content, inPlace, type Recorded } from '#domain/kernel/event';
import { subjectIds } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import { pledge } from '#domain/pledge/decider';
import type { PledgeEvent } from '#domain/pledge/events';
import { beginningOf, isOpen, pledgeOf, takenOverBy } from '#domain/pledge/pledge';
import type { PledgeState } from '#domain/pledge/state';
import type { LoggedEvent } from '#log/contract/codec';
import type { Outcome } from '#log/repository/outcome';
import { metaOf, type Reaction, type Tools } from './reaction.ts';

/** A succession in a role: from whom to whom, and when. */
interface Succession {
  readonly cause: LoggedEvent;
  /** Those that stand before it in the log: what came of them counts as told before it, however late it was recorded. */
  readonly earlier: ReadonlySet<string>;
  readonly from: Carrier;
  readonly to: Carrier;
  readonly occurredOn: OccurredOn;
}

const succeeds = 'party.replaced.v1';

/** Whatever puts a pledge or an action into other hands. */
const handovers = ['pledge.taken-over.v1', 'action.handed-over.v1', 'item.transferred.v1'] as const;

/** Whatever names who is to keep a pledge or do an action. */
const namings = ['pledge.asked.v1', 'pledge.made.v1', 'action.agreed.v1', ...handovers] as const;

type History<E extends Content> = readonly (Recorded<E> & LoggedEvent)[];

/**
 * Whoever succeeds a contact in another role, or at another organisation, takes along what was open: each pledge is taken
 * over and each action handed over, as facts of that day; a pledge that came into their hands later, on the day that it
 * did. A successor in the same role needs nothing: pledges and actions name roles, never people. A correction of a
 * succession moves nothing back: by then it may be in other hands.
 *
 * What goes along is what was theirs by what stood in the log before the succession, and has not been handed over since:
 * run late, or again, it must not take along what came into their hands afterwards.
 */
export const takeAlong: Reaction = {
  name: 'take-along',
  types: [succeeds],
  async react(cause: LoggedEvent, tools: Tools): Promise<void> {
    const succession = await successionOf(cause, tools);
    if (!succession) return;
    const named = await tools.earlier(cause, namings);
    for (const stream of new Set(named.map((event) => event.stream))) {
      const outcome = await (stream.startsWith('pledge-')
        ? passPledgeOn(stream.slice('pledge-'.length), succession, tools)
        : passActionOn(stream.slice('item-'.length), succession, tools));
      if (outcome && outcome.outcome !== 'accepted') await tools.refused(cause, outcome);
    }
  },
};

/** Undefined when nothing changes hands: a correction, a retracted succession, or the same role of the same organisation. */
async function successionOf(cause: LoggedEvent, tools: Tools): Promise<Succession | undefined> {
  const [party] = subjectIds(cause.subjects, 'item');
  const { occurredOn } = cause;
  if (cause.corrects || !party || !occurredOn) return undefined;
  const history = (await tools.useCases.itemHistory(party)) as History<ItemEvent>;
  if (history.some(({ corrects }) => corrects?.event === cause.id && corrects.kind === 'retraction')) return undefined;
  const upTo = history.findIndex(({ id }) => id === cause.id);
  const from = whoAfter(history.slice(0, upTo));
  const to = whoAfter(history.slice(0, upTo + 1));
  if (!from || !to || isSame(from, to)) return undefined;
  const earlier = new Set((await tools.earlier(cause, [succeeds])).map(({ id }) => id));
  return { cause, earlier, from, to, occurredOn };
}

function whoAfter(history: readonly Recorded<ItemEvent>[]): Carrier | undefined {
  const state = evolveAll(item, inPlace(history));
  return state.status === 'known' ? carrierOf(state) : undefined;
}

function isSame(one: Carrier, other: Carrier): boolean {
  return one.role === other.role && one.organisation === other.organisation;
}

async function passPledgeOn(id: string, succession: Succession, tools: Tools): Promise<Outcome | undefined> {
  const { cause, to } = succession;
  const { organisation, role } = to;
  // Pledges are an organisation's.
  if (organisation === undefined) return undefined;
  const history = (await tools.useCases.pledgeHistory(id)) as History<PledgeEvent>;
  if (!(await goesAlong(history, succession, async (told) => keeperOf(evolveAll(pledge, inPlace(told))))))
    return undefined;
  const at = tools.at(cause);
  const occurredOn = takenOverOn(succession, evolveAll(pledge, inPlace(history)));
  const meta = metaOf(cause, takeAlong.name, `pledge-${id}`, at);
  return tools.useCases.pledge(id, { type: 'take-pledge-over', at, occurredOn, organisation, role }, meta);
}

async function passActionOn(id: string, succession: Succession, tools: Tools): Promise<Outcome | undefined> {
  const { cause, to, occurredOn } = succession;
  const history = (await tools.useCases.itemHistory(id)) as History<ItemEvent>;
  if (!(await goesAlong(history, succession, (told) => ownerOf(evolveAll(item, inPlace(told)), tools))))
    return undefined;
  const data = { role: to.role, ...(to.organisation !== undefined && { organisation: to.organisation }) };
  const fact = { item: id, fact: 'action.handed-over.v1', data };
  const at = tools.at(cause);
  const meta = metaOf(cause, takeAlong.name, `item-${id}`, at);
  return tools.useCases.item(id, { type: 'hand-action-over', at, occurredOn, ...fact }, meta);
}

/** Whether it was open and theirs before the succession, and is so now, without having been in other hands since. */
async function goesAlong<E extends Content>(
  history: History<E>,
  { cause, earlier, from }: Succession,
  whose: (told: History<E>) => Promise<Carrier | undefined>,
): Promise<boolean> {
  const isBefore = ({ position, envelope }: LoggedEvent) =>
    position < cause.position || earlier.has(envelope.causation ?? '');
  if (history.some((event) => isHandover(event) && !isBefore(event))) return false;
  const holders = await Promise.all([history.filter(isBefore), history].map(whose));
  return holders.every((holder) => holder !== undefined && isSame(holder, from));
}

function isHandover({ type, corrects }: LoggedEvent): boolean {
  return !corrects && handovers.some((handover) => handover === type);
}

/**
 * On the day of the succession. What came into their hands after it, as far as was known then, went on from that day: a
 * takeover from before it would be undone by it. Being asked for what stood already put it into nobody's hands.
 */
function takenOverOn({ occurredOn }: Succession, state: PledgeState): OccurredOn {
  if (state.status === 'unknown') return occurredOn;
  const { facts } = state;
  const days = [beginningOf(facts), facts.findLast(({ fact }) => fact === 'taken-over')].flatMap(
    (fact) => fact?.on ?? [],
  );
  const last = days.toSorted().at(-1);
  if (last === undefined || last <= dayAmong(facts, occurredOn)) return occurredOn;
  return { precision: 'day', value: last };
}

/** Who is to keep it; undefined when there is nothing to be kept. */
function keeperOf(state: PledgeState): Carrier | undefined {
  if (state.status === 'unknown') return undefined;
  const current = pledgeOf(state.facts);
  if (!current || !isOpen(current)) return undefined;
  return takenOverBy(state.facts) ?? state.begun;
}

/**
 * Who is to do it; undefined when there is nothing to be done. An action that names a trajectory and no organisation is
 * the organisation's of that trajectory.
 */
async function ownerOf(state: ItemState, { useCases }: Tools): Promise<Carrier | undefined> {
  if (state.status === 'unknown' || state.kind !== 'action') return undefined;
  if (itemOf('action', state.facts)?.ended !== false) return undefined;
  const owner = carrierOf(state);
  const trajectory = state.begun?.['trajectory'];
  if (!owner || owner.organisation !== undefined || typeof trajectory !== 'string') return owner;
  const known = await useCases.trajectoryState(trajectory);
  return known.status === 'known' ? { ...owner, organisation: known.organisation } : owner;
}
