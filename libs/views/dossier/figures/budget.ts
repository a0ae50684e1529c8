import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { grouped, sum } from './counting.ts';
import { type FactOf, type ItemOn, told } from './items-on.ts';

type Source = Extract<FactOf<'budget'>, { readonly type: 'budget.set.v1' }>['data']['source'];

/** Sums in whole euros. */
export interface Money {
  /** As it was set, or changed last. */
  readonly budgeted: number;
  /** What was committed in all, whether it has been spent since or not. */
  readonly committed: number;
  readonly spent: number;
  /** What is not spent; negative when more was spent than there was. */
  readonly left: number;
  /** What is neither spent nor committed: expenses count as part of what was committed before. */
  readonly free: number;
}

export interface BudgetItem extends Money {
  readonly item: string;
  readonly organisation: NamedOrganisation | null;
  readonly since: string;
  readonly closedOn: string | null;
}

export interface BudgetLine extends Money {
  readonly line: string;
  /** Null for what is of the programme as a whole. */
  readonly network: string | null;
  readonly source: Source;
  readonly budgets: readonly BudgetItem[];
}

export interface BudgetFigures extends Money {
  readonly lines: readonly BudgetLine[];
}

type Budget = BudgetItem & Pick<BudgetLine, 'line' | 'network' | 'source'>;

/** The money of a programme, by line of work, network and source. */
export function budgetOf(items: readonly ItemOn<'budget'>[], around: AroundItem): BudgetFigures {
  const all = items.flatMap((item) => budgetIn(item, around) ?? []);
  const lines = grouped(all, ({ line, network, source }) => [line, network ?? '', source].join('/'));
  return {
    ...together(all),
    lines: [...lines]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([, some]) =>
        some.slice(0, 1).map(({ line, network, source }) => ({
          line,
          network,
          source,
          ...together(some),
          budgets: some.map(({ line: _line, network: _network, source: _source, ...budget }) => budget),
        })),
      ),
  };
}

function budgetIn({ row, now, facts }: ItemOn<'budget'>, around: AroundItem): Budget | undefined {
  const set = told(facts, 'budget.set.v1').at(-1);
  if (!set) return undefined;
  const { line, source, amount } = set.data;
  const budgeted = told(facts, 'budget.changed.v1').at(-1)?.data.amount ?? amount;
  const committed = sum(told(facts, 'budget.committed.v1'), ({ data }) => data.amount);
  const spent = sum(told(facts, 'budget.spent.v1'), ({ data }) => data.amount);
  return {
    item: row.item,
    line,
    network: row.network,
    source,
    organisation: around.organisationOf(row),
    since: set.on,
    closedOn: now.ended ? now.since : null,
    budgeted,
    committed,
    spent,
    left: budgeted - spent,
    free: budgeted - Math.max(committed, spent),
  };
}

function together(some: readonly Money[]): Money {
  return {
    budgeted: sum(some, ({ budgeted }) => budgeted),
    committed: sum(some, ({ committed }) => committed),
    spent: sum(some, ({ spent }) => spent),
    left: sum(some, ({ left }) => left),
    free: sum(some, ({ free }) => free),
  };
}
