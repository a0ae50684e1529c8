import { type Carrier, carrierOf } from '#domain/dossier/carrier';
import { item } from '#domain/dossier/decider';
import type { ItemEvent } from '#domain/dossier/events';
import { itemOf, type KnownItem } from '#domain/dossier/state';
import { evolveAll } from '#domain/kernel/decision';
import { inPlace, type Recorded } from '#domain/kernel/event';
import { subjectIds } from '#domain/kernel/subject';
import type { OccurredOn } from '#domain/kernel/time';
import { isOpen, pledgeOf, takenOverBy } from '#domain/pledge/pledge';
import type { LoggedEvent } from '#log/contract/codec';
import type { Outcome } from '#log/repository/outcome';
import { metaOf, type Reaction, type Tools } from './reaction.ts';

/** A succession in a role: from whom to whom, and when. */
interface Succession {
  readonly cause: LoggedEvent;
  readonly from: Carrier;
  readonly to: Carrier;
  readonly occurredOn: OccurredOn;
}

/** Whatever names who is to keep a pledge or do an action. */
const namings = [
  'pledge.asked.v1',
  'pledge.made.v1',
  'pledge.taken-over.v1',
  'action.agreed.v1',
  'action.handed-over.v1',
  'item.transferred.v1',
] as const;

/**
 * Whoever succeeds a contact in another role, or at another organisation, takes along what was open: each pledge is taken
 * over and each action handed over, as facts of that day. A successor in the same role needs nothing: pledges and actions
 * name roles, never people. A correction of a succession moves nothing back: by then it may be in other hands.
 */
export const takeAlong: Reaction = {
  name: 'take-along',
  types: ['party.replaced.v1'],
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
async function successionOf(cause: LoggedEvent, { useCases }: Tools): Promise<Succession | undefined> {
  const [party] = subjectIds(cause.subjects, 'item');
  const { occurredOn } = cause;
  if (cause.corrects || !party || !occurredOn) return undefined;
  const history = (await useCases.itemHistory(party)) as readonly (Recorded<ItemEvent> & LoggedEvent)[];
  if (history.some(({ corrects }) => corrects?.event === cause.id && corrects.kind === 'retraction')) return undefined;
  const upTo = history.findIndex(({ id }) => id === cause.id);
  const from = whoAfter(history.slice(0, upTo));
  const to = whoAfter(history.slice(0, upTo + 1));
  if (!from || !to || isSame(from, to)) return undefined;
  return { cause, from, to, occurredOn };
}

function whoAfter(history: readonly Recorded<ItemEvent>[]): Carrier | undefined {
  const state = evolveAll(item, inPlace(history));
  return state.status === 'known' ? carrierOf(state) : undefined;
}

function isSame(one: Carrier, other: Carrier): boolean {
  return one.role === other.role && one.organisation === other.organisation;
}

async function passPledgeOn(id: string, { cause, from, to, occurredOn }: Succession, tools: Tools) {
  const { organisation, role } = to;
  const state = await tools.useCases.pledgeState(id);
  // Pledges are an organisation's.
  if (state.status === 'unknown' || organisation === undefined) return undefined;
  const pledge = pledgeOf(state.facts);
  const first = state.begun && { role: state.begun.role, organisation: state.organisation };
  const keeper = takenOverBy(state.facts) ?? first;
  if (!pledge || !isOpen(pledge) || !keeper || !isSame(keeper, from)) return undefined;
  const at = tools.at(cause);
  const meta = metaOf(cause, takeAlong.name, `pledge-${id}`, at);
  return tools.useCases.pledge(id, { type: 'take-pledge-over', at, occurredOn, organisation, role }, meta);
}

async function passActionOn(id: string, succession: Succession, tools: Tools): Promise<Outcome | undefined> {
  const state = await tools.useCases.itemState(id);
  if (state.status === 'unknown' || state.kind !== 'action' || itemOf('action', state.facts)?.ended !== false)
    return undefined;
  const owner = await ownerOf(state, tools);
  const { cause, from, to, occurredOn } = succession;
  if (!owner || !isSame(owner, from)) return undefined;
  const data = { role: to.role, ...(to.organisation !== undefined && { organisation: to.organisation }) };
  const fact = { item: id, fact: 'action.handed-over.v1', data };
  const at = tools.at(cause);
  const meta = metaOf(cause, takeAlong.name, `item-${id}`, at);
  return tools.useCases.item(id, { type: 'hand-action-over', at, occurredOn, ...fact }, meta);
}

/** An action that names a trajectory and no organisation is the organisation's of that trajectory. */
async function ownerOf(state: KnownItem, { useCases }: Tools): Promise<Carrier | undefined> {
  const owner = carrierOf(state);
  const trajectory = state.begun?.['trajectory'];
  if (!owner || owner.organisation !== undefined || typeof trajectory !== 'string') return owner;
  const known = await useCases.trajectoryState(trajectory);
  return known.status === 'known' ? { ...owner, organisation: known.organisation } : owner;
}
