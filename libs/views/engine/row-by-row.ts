import { attempt } from './fold.ts';
import { byOrdinal, type Input, type InputStep, type Inputs, type OwnRows, type Place } from './steps.ts';
import type { PerRow, ViewDefinition } from './view-definition.ts';

/** Goes through a batch with the rows of the inputs as they stand at each ordinal. */
export class RowByRow {
  private readonly each = new Map<string, { readonly row: unknown; readonly programme: string }>();
  private readonly among = new Map<string, Readonly<Record<string, Map<string, unknown>>>>();

  constructor(
    private readonly view: ViewDefinition,
    private readonly derived: PerRow,
    private readonly inputs: Inputs,
    private readonly own: OwnRows,
  ) {}

  /** Row by row: one event may concern all rows of a programme. */
  *run(): Generator<void> {
    for (const { at, steps } of byOrdinal(this.inputs)) {
      const concerned = new Set(steps.flatMap((step) => this.concernedBy(step)));
      for (const key of [...concerned].sort()) {
        this.make(key, at);
        yield;
      }
    }
  }

  /** Takes in one step of an input, and gives the keys of the rows that it may change. */
  private concernedBy({ of, key, before, after, at }: InputStep): string[] {
    const { each, among } = this.derived;
    if (of === each) this.each.set(key, { row: after, programme: at.programme });
    const concerned = of === each ? [key] : [];
    for (const [name, input] of Object.entries(among)) {
      if (input !== of) continue;
      move(this.amongOf(at.programme)[name], key, after);
      concerned.push(...this.concernedAmong(name, { before, after, programme: at.programme }));
    }
    return concerned;
  }

  private concernedAmong(
    name: string,
    { before, after, programme }: { before: unknown; after: unknown; programme: string },
  ): Iterable<string> {
    const concerned = this.derived.concerns(name, before, after);
    if (concerned !== 'all') return concerned;
    const each = this.input(this.derived.each);
    const moved = [...this.each].filter(([, { programme: of }]) => of === programme).map(([key]) => key);
    return [...each.startOf(programme).keys(), ...moved];
  }

  private make(key: string, at: Place & { programme: string }): void {
    const { view, derived, own } = this;
    const moved = this.each.get(key);
    const row = moved ? moved.row : this.input(derived.each).start(key);
    const was = own.current(key);
    const outcomes = attempt({ view, key, was, parked: own.isParked(key) }, () =>
      row === undefined ? undefined : derived.of(row, this.amongOf(at.programme), key),
    );
    for (const outcome of outcomes) own.record(outcome, at);
  }

  /** The rows of the other views in a programme, as they are now. */
  private amongOf(programme: string): Readonly<Record<string, Map<string, unknown>>> {
    const known = this.among.get(programme);
    if (known) return known;
    const rows = Object.fromEntries(
      Object.entries(this.derived.among).map(([name, input]) => [name, new Map(this.input(input).startOf(programme))]),
    );
    this.among.set(programme, rows);
    return rows;
  }

  private input(view: ViewDefinition): Input {
    const input = this.inputs.get(view);
    if (!input) throw new Error(`The rows of ${view.name} are not at hand`);
    return input;
  }
}

function move(rows: Map<string, unknown> | undefined, key: string, row: unknown): void {
  if (row === undefined) rows?.delete(key);
  else rows?.set(key, row);
}
