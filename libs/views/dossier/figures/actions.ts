import type { Lateness } from '#domain/progress/lateness';
import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import { firstDueOf } from '../course.ts';
import { type AroundItem, carrierOn, latenessOf } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { countOf, grouped, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** How many actions stand where. */
export interface ActionCounts {
  /** Agreed, and neither done nor dropped; the late ones too. */
  readonly open: number;
  readonly late: number;
  readonly done: number;
  readonly dropped: number;
  /** How often a term was moved. */
  readonly postponements: number;
}

/** Who is to do it. */
interface Owner {
  readonly role: string;
  readonly organisation: NamedOrganisation | null;
}

export interface OpenAction extends Owner {
  readonly item: string;
  readonly trajectory: string | null;
  readonly agreedOn: string;
  readonly firstDue: string | null;
  readonly due: string | null;
  readonly late: Lateness | null;
  /** The event that says what is to be done. */
  readonly event: string;
}

export interface ActionFigures extends ActionCounts {
  /** By organisation and role, as it stood with whoever is to do it on that day. */
  readonly owners: readonly (ActionCounts & Owner)[];
  readonly roles: readonly (ActionCounts & { readonly role: string })[];
  /** What is due first comes first. */
  readonly openActions: readonly OpenAction[];
}

type Action = OpenAction & Pick<ActionCounts, 'postponements'> & { readonly step: string; readonly ended: boolean };

/** The actions of a programme, by who is to do them. */
export function actionsOf(items: readonly ItemOn<'action'>[], around: AroundItem): ActionFigures {
  const all = items.flatMap((item) => actionOf(item, around) ?? []);
  const owners = grouped(all, ({ role, organisation }) => `${organisation?.id ?? ''}/${role}`);
  const roles = grouped(all, ({ role }) => role);
  return {
    ...countsOf(all),
    owners: [...owners.values()]
      .flatMap((some) => some.slice(0, 1).map(({ role, organisation }) => ({ role, organisation, ...countsOf(some) })))
      .sort((a, b) => byOrganisation(a, b) || compare(a.role, b.role)),
    roles: [...roles].map(([role, some]) => ({ role, ...countsOf(some) })).sort((a, b) => compare(a.role, b.role)),
    openActions: all
      .filter(({ ended }) => !ended)
      .map(({ step: _step, ended: _ended, postponements: _postponements, ...open }) => open)
      .sort((a, b) => compare(a.due ?? '', b.due ?? '') || compare(a.item, b.item)),
  };
}

function actionOf({ row, now, facts }: ItemOn<'action'>, around: AroundItem): Action | undefined {
  const agreed = told(facts, 'action.agreed.v1').at(-1);
  const owner = carrierOn(row, around);
  if (!agreed || !owner) return undefined;
  return {
    item: row.item,
    ...owner,
    trajectory: row.trajectory,
    agreedOn: agreed.on,
    firstDue: firstDueOf(facts),
    due: now.due,
    late: latenessOf(now, around.validOn),
    event: agreed.event,
    postponements: told(facts, 'action.postponed.v1').length,
    step: now.step,
    ended: now.ended,
  };
}

function countsOf(all: readonly Action[]): ActionCounts {
  return {
    open: countOf(all, ({ ended }) => !ended),
    late: countOf(all, ({ late }) => late !== null),
    done: countOf(all, ({ step }) => step === 'done'),
    dropped: countOf(all, ({ step }) => step === 'dropped'),
    postponements: sum(all, ({ postponements }) => postponements),
  };
}
