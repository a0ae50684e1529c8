import type { ItemCommand } from '#domain/dossier/commands';
import { item } from '#domain/dossier/decider';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { checkItemFact } from '#domain/dossier/refuse';
import type { ItemState } from '#domain/dossier/state';
import type { GroupCommand } from '#domain/group/commands';
import { group } from '#domain/group/decider';
import type { ImportCommand } from '#domain/import/commands';
import { importing } from '#domain/import/decider';
import type { ImportState } from '#domain/import/state';
import {
  type CorrectionCommand,
  type CorrectionContext,
  decideCorrection,
  isCorrection,
} from '#domain/kernel/corrections';
import { type Aggregate, type Decision, refuse } from '#domain/kernel/decision';
import type { Content } from '#domain/kernel/event';
import { programmeUnknown } from '#domain/kernel/refusals';
import type { MeetingCommand } from '#domain/meeting/commands';
import { checkMeetingFact } from '#domain/meeting/correction';
import { meeting } from '#domain/meeting/decider';
import type { MeetingState } from '#domain/meeting/state';
import type { NetworkCommand } from '#domain/network/commands';
import { network } from '#domain/network/decider';
import type { PledgeCommand } from '#domain/pledge/commands';
import { checkPledgeFact } from '#domain/pledge/correction';
import { pledge } from '#domain/pledge/decider';
import type { PledgeState } from '#domain/pledge/state';
import type { ProgrammeCommand } from '#domain/programme/commands';
import { programme } from '#domain/programme/decider';
import type { ProgrammeState } from '#domain/programme/state';
import type { RegisterCommand } from '#domain/register/commands';
import { register } from '#domain/register/decider';
import type { RegisterState } from '#domain/register/state';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import { checkTrajectoryFact } from '#domain/trajectory/correction';
import { trajectory } from '#domain/trajectory/decider';
import type { TrajectoryState } from '#domain/trajectory/state';
import type { LoggedEvent } from '#log/contract/codec';
import type { CommandMeta } from '#log/contract/envelope';
import type { NamedCommand } from '#log/repository/draft';
import type { Outcome } from '#log/repository/outcome';
import type { Repository } from '#log/repository/repository';
import { Contexts, registerId } from './contexts.ts';

/**
 * What can be asked of the product, by the API and by reactions alike: load what the decision needs from other streams,
 * decide, append. Every method is safe to call again with the same command id.
 */
export class UseCases {
  private readonly contexts: Contexts;

  constructor(private readonly repository: Repository) {
    this.contexts = new Contexts(repository);
  }

  register(command: RegisterCommand, meta: CommandMeta): Promise<Outcome> {
    return this.carryOut(register, { id: registerId, command, meta }, async () => undefined);
  }

  programme(id: string, command: ProgrammeCommand, meta: CommandMeta): Promise<Outcome> {
    return this.carryOut(programme, { id, command, meta }, async () => ({ register: await this.registerState() }));
  }

  network(id: string, command: NetworkCommand, meta: CommandMeta): Promise<Outcome> {
    return this.carryOut(network, { id, command, meta }, (state) => this.contexts.ofNetwork(command, state));
  }

  trajectory(id: string, command: TrajectoryCommand | CorrectionCommand, meta: CommandMeta): Promise<Outcome> {
    const contextOf = (state: TrajectoryState, within?: string) => this.contexts.ofTrajectory(command, state, within);
    return isCorrection(command)
      ? this.correct(trajectory, { id, command, meta }, async (state, within) => {
          const context = await contextOf(state, within);
          return { ...context, check: checkTrajectoryFact(context) };
        })
      : this.carryOut(trajectory, { id, command, meta }, contextOf);
  }

  meeting(id: string, command: MeetingCommand | CorrectionCommand, meta: CommandMeta): Promise<Outcome> {
    const contextOf = (state: MeetingState, within?: string) => this.contexts.ofMeeting(command, state, within);
    return isCorrection(command)
      ? this.correct(meeting, { id, command, meta }, async (state, within) => {
          const context = await contextOf(state, within);
          return { ...context, check: checkMeetingFact(context) };
        })
      : this.carryOut(meeting, { id, command, meta }, contextOf);
  }

  pledge(id: string, command: PledgeCommand | CorrectionCommand, meta: CommandMeta): Promise<Outcome> {
    const contextOf = (state: PledgeState, within?: string) => this.contexts.ofPledge(command, state, within);
    return isCorrection(command)
      ? this.correct(pledge, { id, command, meta }, async (state, within) => {
          const context = await contextOf(state, within);
          return { ...context, check: checkPledgeFact(context) };
        })
      : this.carryOut(pledge, { id, command, meta }, contextOf);
  }

  group(id: string, command: GroupCommand, meta: CommandMeta): Promise<Outcome> {
    return this.carryOut(group, { id, command, meta }, (state) => this.contexts.ofGroup(command, state));
  }

  item(id: string, command: ItemCommand | CorrectionCommand, meta: CommandMeta): Promise<Outcome> {
    const contextOf = (state: ItemState, within?: string) => this.contexts.ofItem(command, state, within);
    return isCorrection(command)
      ? this.correct(item, { id, command, meta }, async (state, within) => {
          const context = await contextOf(state, within);
          return { ...context, check: checkItemFact(context) };
        })
      : this.carryOut(item, { id, command, meta }, contextOf);
  }

  import(id: string, command: ImportCommand, meta: CommandMeta): Promise<Outcome> {
    return this.carryOut(importing, { id, command, meta }, (state) => this.contexts.ofImport(command, state));
  }

  /** A trajectory as it stands at this moment. */
  async trajectoryState(id: string): Promise<TrajectoryState> {
    return (await this.repository.fresh(trajectory, id)).state;
  }

  /** Everything that happened in a trajectory, in the order of the log; corrections stand where they were recorded. */
  trajectoryHistory(id: string): Promise<readonly LoggedEvent[]> {
    return this.repository.history(trajectory, id);
  }

  /** Everything that happened in a network, in the order of the log. */
  networkHistory(id: string): Promise<readonly LoggedEvent[]> {
    return this.repository.history(network, id);
  }

  /** A pledge as it stands at this moment. */
  async pledgeState(id: string): Promise<PledgeState> {
    return (await this.repository.fresh(pledge, id)).state;
  }

  /** Everything that happened with a pledge, in the order of the log. */
  pledgeHistory(id: string): Promise<readonly LoggedEvent[]> {
    return this.repository.history(pledge, id);
  }

  /** An item of the dossier as it stands at this moment. */
  async itemState(id: string): Promise<ItemState> {
    return (await this.repository.fresh(item, id)).state;
  }

  /** Everything that was told of an item of the dossier, in the order of the log. */
  itemHistory(id: string): Promise<readonly LoggedEvent[]> {
    return this.repository.history(item, id);
  }

  /** An import as it stands at this moment. */
  async importState(id: string): Promise<ImportState> {
    return (await this.repository.fresh(importing, id)).state;
  }

  /** The organisation register as it stands. */
  registerState(): Promise<RegisterState> {
    return this.contexts.registerState();
  }

  private carryOut<S, C extends NamedCommand, E extends Content, X>(
    aggregate: Aggregate<S, C, E, X>,
    order: { id: string; command: C; meta: CommandMeta },
    contextOf: (state: S) => Promise<X>,
  ): Promise<Outcome> {
    return this.repository.execute({
      ...order,
      aggregate,
      begins: beginnings.has(order.command.type),
      decide: async ({ state }) => aggregate.decide(order.command, state, await contextOf(state)),
    });
  }

  /**
   * Facts can be corrected and retracted by the same rules in every stream that holds them. To which programme a stream
   * belongs stands in its events too: the state does not know it any more once the beginning was retracted.
   */
  private correct<S, C extends NamedCommand, E extends Content, X extends { readonly programme: ProgrammeState }>(
    aggregate: Aggregate<S, C, E, X>,
    order: { id: string; command: CorrectionCommand; meta: CommandMeta },
    contextOf: (state: S, within: string | undefined) => Promise<X & Pick<CorrectionContext, 'check'>>,
  ): Promise<Outcome> {
    return this.repository.execute({
      ...order,
      aggregate,
      decide: async ({ state }, read) => {
        const history = await read();
        const context = await contextOf(state, history[0]?.envelope.programme);
        const { programme: of } = context;
        if (of.status === 'unknown') return refuse(programmeUnknown());
        // A correction has the type of the fact that it corrects, so it is an event of this aggregate.
        return decideCorrection(order.command, history, { ...context, programme: of }) as Decision<E>;
      },
    });
  }
}

/** The commands that bring about what they are about, and nearly always are the first of its stream. */
const beginnings: ReadonlySet<string> = new Set([
  'set-up-programme',
  'open-network',
  'show-interest',
  'plan-meeting',
  'compose-group',
  'accept-import',
  'ask-pledge',
  'make-pledge',
  ...[...itemFactTypes.values()].filter(({ effect }) => effect === 'begins').map(({ command }) => command),
]);
