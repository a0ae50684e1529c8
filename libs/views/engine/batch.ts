import type { Generation } from '../database/generations.ts';
import type { EventLoader } from '../index/event-loader.ts';
import { BatchInput, type LoadableInput, type Span, TableInput } from './batch-input.ts';
import type { Reading } from './current-rows.ts';
import { derivation, needsOf } from './derive.ts';
import { type Folded, outcomesOf } from './fold.ts';
import type { RowSource } from './row-source.ts';
import type { Place } from './steps.ts';
import { Stories, type StoriesWanted } from './stories.ts';
import type { Turns } from './turns.ts';
import { Versions } from './versions.ts';
import { depthOf, inputsOf, keysOf, type ViewDefinition } from './view-definition.ts';

/** An event with its place in the index: what the fold of a batch needs to know of it. */
export interface PlacedEvent extends Folded {
  readonly programme: string | null;
  readonly shard: number;
}

export interface BatchOptions {
  /** All of them have come as far as the event before the batch. */
  readonly generations: readonly Generation[];
  /** Generations beyond those, that are past the batch and from which some are derived. */
  readonly ahead?: readonly Generation[];
  /** The ordinal before the batch. */
  readonly after: number;
  /** What the index has of the batch, in log order; of one shard or of several. */
  readonly places: readonly Place[];
  /** The events at these places. Without any when none of the generations is folded from events. */
  readonly events: readonly PlacedEvent[];
  readonly source: RowSource;
  readonly reading: Reading;
  readonly loader: Pick<EventLoader, 'load'>;
  readonly turns: Turns;
}

/**
 * Folds a batch of events into generations, and derives what is derived from their rows. Reads rows and stories, writes
 * nothing; afterwards `source` answers with the new rows.
 *
 * @throws what reading throws. What a fold throws parks its row, and is part of the result.
 */
export async function foldBatch(options: BatchOptions): Promise<readonly Versions[]> {
  const { source } = options;
  const all = [...options.generations]
    .sort((a, b) => depthOf(a.view) - depthOf(b.view))
    .map((generation) => new Versions(generation, source.parkedOf(generation.id)));
  const folded = all.filter(({ generation }) => !generation.view.derived);
  await new Folding(options, folded).run();
  for (const versions of all) {
    if (!versions.generation.view.derived) continue;
    await deriveRows(options, versions, all);
  }
  const touched = all.filter((versions) => !versions.isEmpty);
  source.add(touched);
  return touched;
}

/** The rows that are folded from the events themselves. */
class Folding {
  private readonly byType = new Map<string, readonly Versions[]>();
  private stories: Stories | undefined;

  constructor(
    private readonly options: BatchOptions,
    private readonly folded: readonly Versions[],
  ) {}

  async run(): Promise<void> {
    const { events, source, reading } = this.options;
    if (this.folded.length === 0) return;
    const keys = new Map<Versions, Set<string>>(this.folded.map((versions) => [versions, new Set()]));
    const again = new Map<Versions, Set<string>>(this.folded.map((versions) => [versions, new Set()]));
    for (const { event, subjects } of events) {
      for (const versions of this.touchedBy(event)) {
        for (const key of keysOf(versions.generation.view, subjects)) {
          keys.get(versions)?.add(key);
          if (event.corrects) again.get(versions)?.add(key);
        }
      }
    }
    await source.read(
      reading,
      [...keys].map(([versions, needed]) => ({ versions, keys: needed })),
    );
    await this.readStories([...again].map(([{ generation }, needed]) => ({ view: generation.view, keys: needed })));
    await this.options.turns.through(this.folds());
  }

  private *folds(): Generator<void> {
    for (const placed of this.options.events) {
      this.fold(placed);
      yield;
    }
  }

  private async readStories(wanted: readonly StoriesWanted[]): Promise<void> {
    const { reading, loader, events } = this.options;
    this.stories = await Stories.read({ reading, loader }, wanted, events.at(-1)?.ordinal ?? 0);
  }

  private fold(placed: PlacedEvent): void {
    const { ordinal, programme, shard, event } = placed;
    const at: Place = { ordinal, programme, shard, event: event.id };
    for (const versions of this.touchedBy(placed.event)) {
      const before = {
        current: (_view: ViewDefinition, key: string) => versions.current(key),
        isParked: (_view: ViewDefinition, key: string) => versions.isParked(key),
        story: (view: ViewDefinition, key: string, until: number) => this.stories?.of(view, key, until) ?? [],
      };
      for (const outcome of outcomesOf(versions.generation.view, placed, before)) versions.record(outcome, at);
    }
  }

  /** A retraction may take away a fact of any type. */
  private touchedBy(event: PlacedEvent['event']): readonly Versions[] {
    if (event.corrects?.kind === 'retraction') return this.folded;
    const known = this.byType.get(event.type);
    if (known) return known;
    const found = this.folded.filter(({ generation }) => event.type in generation.view.on);
    this.byType.set(event.type, found);
    return found;
  }
}

async function deriveRows(options: BatchOptions, own: Versions, all: readonly Versions[]): Promise<void> {
  const { view } = own.generation;
  if (!view.derived) return;
  const { source, reading } = options;
  const inputs = new Map<ViewDefinition, LoadableInput>();
  for (const input of inputsOf(view.derived)) inputs.set(input, await inputOf(options, own.generation, input, all));
  if ([...inputs.values()].every(({ steps }) => steps.length === 0)) return;
  const { keys, programmes } = needsOf(view, (input) => inputs.get(input)?.steps ?? []);
  const each = view.derived.each;
  for (const [input, rows] of inputs) {
    await rows.load(input === each && view.derived.kind === 'per-row' ? keys : [], programmes.get(input) ?? new Set());
  }
  const ownKeys = new Set(keys);
  for (const programme of (view.derived.kind === 'per-row' && programmes.get(each)) || []) {
    for (const key of inputs.get(each)?.startOf(programme).keys() ?? []) ownKeys.add(key);
  }
  await source.read(reading, [{ versions: own, keys: ownKeys }]);
  await options.turns.through(derivation(view, inputs, own));
}

async function inputOf(
  { ahead = [], after, places, source, reading }: BatchOptions,
  { inputs: ids }: Generation,
  view: ViewDefinition,
  all: readonly Versions[],
): Promise<LoadableInput> {
  const versions = all.find(({ generation }) => ids.includes(generation.id) && generation.view === view);
  if (versions) return new BatchInput(versions, source, reading);
  const generation = ahead.find(({ id, view: of }) => ids.includes(id) && of === view);
  if (!generation) throw new Error(`The rows of ${view.name} from which others are derived are nowhere`);
  const until = places.at(-1)?.ordinal ?? after;
  const span: Span = { after, until, places: new Map(places.map((place) => [place.ordinal, place])) };
  return TableInput.over(generation, span, reading);
}
