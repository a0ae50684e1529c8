import { v5 as derived } from 'uuid';
import { trajectoryId } from '#commands/ids';
import type { UseCases } from '#commands/use-cases';
import type { CorrectionCommand } from '#domain/kernel/corrections';
import { addDays } from '#domain/kernel/days';
import type { MeetingCommand } from '#domain/meeting/commands';
import type { NetworkCommand } from '#domain/network/commands';
import { findOrganisation } from '#domain/register/state';
import { regionalNetwork } from '#domain/template/regional-network';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import type { LoggedEvent } from '#log/contract/codec';
import type { CommandMeta } from '#log/contract/envelope';
import type { Log } from '#log/log';
import type { Outcome } from '#log/repository/outcome';
import { idOf } from './events.ts';
import type { RandomStep } from './random-course.ts';
import { itemOfStep, randomItemCommand } from './random-item-commands.ts';
import { randomPledge, randomPledgeCommand } from './random-pledges.ts';

const codes = ['0106', '0114', '0014'];
const layers = ['executive', 'council', 'officials'];
const because = { reason: { $text: 'because' } };

/**
 * Sends random commands about one programme through the front door of the domain. What is refused is refused; facts are
 * recorded even where they do not fit; one step in five corrects or retracts a fact that stands in the log.
 */
export class RandomCommands {
  private readonly programme: string;
  private readonly network: string;
  private readonly meetings: readonly string[];
  private day = '2025-10-01';
  private sent = 0;
  accepted = 0;

  constructor(
    private readonly name: string,
    private readonly useCases: UseCases,
    private readonly log: Log,
  ) {
    this.programme = idOf(`${name} programme`);
    this.network = idOf(`${name} network`);
    this.meetings = [idOf(`${name} meeting 0`), idOf(`${name} meeting 1`)];
  }

  async begin(): Promise<void> {
    const { programme, network, useCases } = this;
    const client = await this.organisation('0014');
    const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
    const setUp = { type: 'set-up-programme', at: this.at, programme, name: this.name, client, ...days } as const;
    this.note(await useCases.programme(programme, { ...setUp, template: regionalNetwork }, this.meta()));
    const places = { minimum: 1, target: 1, maximum: 1 };
    const open = { type: 'open-network', at: this.at, network, programme, name: this.name, region: 'Noord' } as const;
    this.note(await useCases.network(network, { ...open, ...places }, this.meta()));
    for (const who of [0, 1, 2]) this.note(await this.apply(who));
  }

  async send(step: RandomStep): Promise<void> {
    this.day = addDays(this.day, step.days);
    const trajectory = await this.trajectory(step.who);
    if (step.kind % 5 === 0) return this.note(await this.correct(trajectory, step));
    const choice = step.kind % 4;
    if (choice === 0)
      return this.note(await this.useCases.network(this.network, this.decision(trajectory, step), this.meta()));
    if (choice === 1) return this.note(await this.meeting(trajectory, step));
    if (choice === 2 && step.which % 2 === 0) return this.note(await this.pledge(trajectory, step));
    if (choice === 3 && step.which % 2 === 0) return this.note(await this.item(trajectory, step));
    this.note(await this.useCases.trajectory(trajectory, this.fact(step), this.meta()));
  }

  private async apply(who: number): Promise<Outcome> {
    const { programme, network } = this;
    const trajectory = await this.trajectory(who);
    const organisation = await this.organisation(codes[who] ?? '');
    const identity = { trajectory, programme, organisation, network, contactRole: 'secretary' };
    return this.useCases.trajectory(trajectory, { type: 'apply', ...this.when(0), ...identity }, this.meta());
  }

  private fact({ kind, which }: RandomStep): TrajectoryCommand {
    const when = this.when(which % 20);
    const layer = layers[which % layers.length] ?? 'council';
    const due = addDays(this.day, 30);
    const facts: TrajectoryCommand[] = [
      { type: 'plan-intake', ...when, date: addDays(this.day, 7), status: 'agreed' },
      { type: 'hold-intake', ...when, report: { reference: `report ${which}` } },
      { type: 'start', ...when },
      { type: 'pause', ...when, ...because },
      { type: 'resume', ...when },
      { type: 'withdraw', ...when, ...because },
      { type: 'record-contact', ...when, kind: 'phone', roles: ['secretary'], summary: { $text: 'a talk' } },
      { type: 'judge', ...when, judgement: 'attention', ...because },
      { type: 'ask-commitment', ...when, layer, due },
      { type: 'give-commitment', ...when, layer },
      { type: 'confirm-commitment', ...when, layer, evidence: { reference: `case ${which}` } },
      { type: 'put-commitment-under-pressure', ...when, layer, ...because },
      { type: 'put-commitment-in-question', ...when, layer, cause: 'election', due },
    ];
    return facts[(kind >> 2) % facts.length] ?? { type: 'start', ...when };
  }

  private decision(trajectory: string, { which }: RandomStep): NetworkCommand {
    const at = this.at;
    const decisions: NetworkCommand[] = [
      { type: 'give-place', at, trajectory },
      { type: 'give-place', at, trajectory, reservation: { ...because, decisionExpectedOn: addDays(this.day, 20) } },
      { type: 'lift-reservation', at, trajectory },
      { type: 'put-on-waiting-list', at, trajectory },
      { type: 'free-place', at, trajectory, cause: 'withdrawn' },
      { type: 'decline-proposal', at, trajectory, ...because },
      { type: 'reject', at, trajectory, ...because },
    ];
    return decisions[which % decisions.length] ?? { type: 'give-place', at, trajectory };
  }

  private meeting(trajectory: string, { which }: RandomStep): Promise<Outcome> {
    const { programme, network } = this;
    const meeting = this.meetings[which % 2] ?? '';
    const when = this.when(0);
    const plan = { meeting, programme, network, kind: 'exchange', title: 'Exchange', status: 'provisional' } as const;
    const commands: MeetingCommand[] = [
      { type: 'plan-meeting', ...when, ...plan, date: addDays(this.day, 14) },
      { type: 'move-meeting', ...when, to: addDays(this.day, 21), status: 'agreed', by: 'lead', ...because },
      { type: 'hold-meeting', ...when },
      {
        type: 'move-meeting',
        ...this.when(which % 20),
        to: addDays(this.day, 28),
        status: 'agreed',
        by: 'lead',
        ...because,
      },
      { type: 'record-attendance', ...when, entries: [{ trajectory, attendance: 'present', roles: ['secretary'] }] },
    ];
    const command = commands[(which >> 1) % commands.length] ?? { type: 'hold-meeting', ...when };
    return this.useCases.meeting(meeting, command, this.meta());
  }

  private async pledge(trajectory: string, step: RandomStep): Promise<Outcome> {
    const { programme, day } = this;
    const organisation = await this.organisation(codes[step.who % codes.length] ?? '');
    const other = await this.organisation(codes[(step.who + 1) % codes.length] ?? '');
    const command = randomPledgeCommand({ programme, trajectory, organisation, other, day }, step);
    return this.useCases.pledge(randomPledge(trajectory, step), command, this.meta());
  }

  private async item(trajectory: string, step: RandomStep): Promise<Outcome> {
    const { programme, day } = this;
    const organisation = await this.organisation(codes[step.who % codes.length] ?? '');
    const command = randomItemCommand({ programme, trajectory, organisation, day }, step);
    return this.useCases.item(itemOfStep(trajectory, step), command, this.meta());
  }

  private async correct(trajectory: string, step: RandomStep): Promise<Outcome | undefined> {
    const { which, kind } = step;
    const sorts = [
      { name: 'pledge', id: randomPledge(trajectory, step) },
      { name: 'item', id: itemOfStep(trajectory, step) },
      { name: 'trajectory', id: trajectory },
    ] as const;
    const { name, id } = sorts[which % sorts.length] ?? sorts[2];
    const facts = (await this.log.readStream(`${name}-${id}`)).filter((event) => !event.corrects);
    const fact = facts[which % Math.max(facts.length, 1)];
    return fact && this.useCases[name](id, this.correctionOf(fact, kind), this.meta());
  }

  private correctionOf(fact: LoggedEvent, kind: number): CorrectionCommand {
    const about = { at: this.at, event: fact.id, ...because };
    if (kind % 2 === 0) return { type: 'retract-fact', ...about };
    const data = JSON.parse(JSON.stringify(fact.data), (_key, value) =>
      value?.$sealed ? { $text: 'corrected' } : value,
    );
    return { type: 'correct-fact', ...about, data, occurredOn: { precision: 'day', value: addDays(this.day, -1) } };
  }

  private note(outcome: Outcome | undefined): void {
    if (outcome?.outcome === 'accepted') this.accepted += 1;
  }

  private get at(): string {
    return `${this.day}T12:00:00.000Z`;
  }

  /** A fact of so many days ago. */
  private when(daysAgo: number) {
    const value = addDays(this.day, -daysAgo);
    return { at: this.at, occurredOn: { precision: 'day', value } } as const;
  }

  private meta(): CommandMeta {
    this.sent += 1;
    const commandId = derived(`${this.name} command ${this.sent}`, this.programme);
    return { commandId, actor: idOf('actor'), role: 'lead', grant: 'test', channel: { kind: 'api' }, at: this.at };
  }

  private async trajectory(who: number): Promise<string> {
    return trajectoryId(this.programme, await this.organisation(codes[who % codes.length] ?? ''));
  }

  private async organisation(code: string): Promise<string> {
    return findOrganisation(await this.useCases.registerState(), code, '2025-10-01')?.id ?? '';
  }
}
