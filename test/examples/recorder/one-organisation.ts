import { type Step, step } from './step.ts';
import { course } from './telling.ts';

/** A programme of one organisation: what it is called, who it is, and its days. */
export interface OneOrganisation {
  readonly template: string;
  readonly name: string;
  /** CBS code; it is its own client. */
  readonly cbs: string;
  readonly contactRole: string;
  /** The day of setting up and the first of interest and application. */
  readonly opensOn: string;
  readonly from: string;
  readonly until: string;
  readonly interested: string;
  readonly applied: string;
  readonly intake: string;
  readonly placed: string;
  readonly started: string;
  readonly contacts: readonly string[];
}

/** Setting up, interest, application, intake, place, start and contact of the one trajectory; it is known as `{own}`. */
export function takingPartAlone(one: OneOrganisation): Step[] {
  const { template, name, cbs, contactRole, opensOn, from, until } = one;
  return [
    step(
      `${opensOn}T08:00Z`,
      'programme',
      '/programmes',
      { name: `${name} (fictief voorbeeld)`, client: cbs, opensOn, from, until, template },
      { gives: 'programme', role: 'admin' },
    ),
    step(
      `${opensOn}T08:10Z`,
      'network',
      '/programmes/{programme}/networks',
      { name, region: name, minimum: 1, target: 1, maximum: 1 },
      { gives: 'network' },
    ),
    step(
      `${one.interested}T09:00Z`,
      'interest',
      '/programmes/{programme}/interests',
      { organisation: cbs, contactRole, occurredOn: one.interested },
      { gives: 'own' },
    ),
    step(
      `${one.applied}T09:00Z`,
      'application',
      '/programmes/{programme}/applications',
      { organisation: cbs, network: '{network}', contactRole, occurredOn: one.applied },
      { gives: 'own' },
    ),
    course(one.intake, 'own', 'intake-appointments', { date: one.intake, status: 'agreed' }, '08:30'),
    course(one.intake, 'own', 'intakes', {}, '15:00'),
    step(`${one.placed}T09:00Z`, 'place', '/networks/{network}/admissions', { trajectory: '{own}' }),
    course(one.started, 'own', 'starts'),
    ...one.contacts.map((day) =>
      course(day, 'own', 'contact-moments', {
        kind: 'visit',
        roles: [contactRole],
        summary: 'Wat er loopt en wat er vastzit is doorgenomen.',
      }),
    ),
  ];
}

/** A layer is asked for its commitment on a day, and gives it on another. */
export function committed(layer: string, asked: string, due: string, given: string): Step[] {
  return [
    course(asked, 'own', `commitments/${layer}/requests`, { due }),
    course(given, 'own', `commitments/${layer}/grants`, {}, '16:00'),
  ];
}

/** A meeting of the network with everyone there. */
export interface Met {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  /** The day on which it is planned, and that on which it is held. */
  readonly planned: string;
  readonly date: string;
  /** Who sits at the table, where that is asked. */
  readonly roles?: readonly string[];
}

/** It is planned on a day and held on another. */
export function met({ name, kind, title, planned, date, roles }: Met): Step[] {
  const entries = [{ trajectory: '{own}', attendance: 'present', ...(roles && { roles }) }];
  // A steering group is of the whole programme.
  const of = kind === 'steering-group' ? '/programmes/{programme}' : '/networks/{network}';
  const plan = { kind, title, date, status: 'agreed', occurredOn: planned };
  return [
    step(`${planned}T09:30Z`, `planned/${name}`, `${of}/meetings`, plan, { gives: name }),
    step(`${date}T16:00Z`, `held/${name}`, `/meetings/{${name}}/sessions`, { occurredOn: date }),
    step(`${date}T16:10Z`, `attendance/${name}`, `/meetings/{${name}}/attendance`, { entries, occurredOn: date }),
  ];
}
