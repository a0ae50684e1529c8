import { v7 as uuid } from 'uuid';
import { trajectoryId } from '#commands/ids';
import { ensureRegister } from '#commands/register-release';
import type { UseCases } from '#commands/use-cases';
import type { NetworkCommand } from '#domain/network/commands';
import { findOrganisation } from '#domain/register/state';
import { regionalNetwork } from '#domain/template/regional-network';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import type { CommandMeta } from '#log/contract/envelope';
import type { Outcome } from '#log/repository/outcome';

/** The moment at which the commands of a test are given. */
export const at = '2025-10-15T08:30:00.000Z';

/** A day, as a fact carries it. */
export const on = (value: string) => ({ precision: 'day', value }) as const;

/** What a lead's command carries besides its content. */
export const meta = (more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: uuid(),
  actor: uuid(),
  role: 'lead',
  grant: 'token',
  channel: { kind: 'api' },
  at,
  ...more,
});

/** @throws Error when the command was not accepted. */
export function accepted(outcome: Outcome) {
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A programme with one network, and short ways to bring it further. */
export class TestProgramme {
  readonly programme = uuid();
  readonly network = uuid();

  private constructor(
    readonly useCases: UseCases,
    /** The id of the organisation that had that CBS code on 1 October 2025. */
    readonly organisation: (cbs: string) => string,
  ) {}

  /** Sets the programme up, with that many places. */
  static async setUp(useCases: UseCases, maximum: number): Promise<TestProgramme> {
    await ensureRegister(useCases, at);
    const register = await useCases.registerState();
    const of = new TestProgramme(useCases, (cbs) => findOrganisation(register, cbs, '2025-10-01')?.id ?? '');
    const { programme, network } = of;
    const period = { opensOn: '2025-04-01', from: '2025-09-01', until: '2026-09-30' };
    const content = { programme, name: 'Noord', client: of.organisation('22'), ...period, template: regionalNetwork };
    accepted(await useCases.programme(programme, { type: 'set-up-programme', at, ...content }, meta()));
    const places = { minimum: 1, target: maximum, maximum };
    await of.decide({
      type: 'open-network',
      at,
      network,
      programme,
      name: 'Noord',
      region: 'Noord-Nederland',
      ...places,
    });
    return of;
  }

  async decide(command: NetworkCommand) {
    return accepted(await this.useCases.network(this.network, command, meta()));
  }

  async record(trajectory: string, command: TrajectoryCommand) {
    return accepted(await this.useCases.trajectory(trajectory, command, meta()));
  }

  /** The application and the intake of an organisation. */
  async applied(cbs: string): Promise<string> {
    const { programme, network } = this;
    const organisation = this.organisation(cbs);
    const trajectory = trajectoryId(programme, organisation);
    const content = { trajectory, programme, organisation, network, contactRole: 'contact' };
    await this.record(trajectory, { type: 'apply', at, occurredOn: on('2025-05-01'), ...content });
    await this.record(trajectory, { type: 'hold-intake', at, occurredOn: on('2025-06-01') });
    return trajectory;
  }
}
