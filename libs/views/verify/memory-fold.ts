import { createHash } from 'node:crypto';
import { canonical } from '#log/contract/canonical';
import type { LoggedEvent } from '#log/contract/codec';
import { derivation } from '../engine/derive.ts';
import { outcomesOf, type RowsBefore } from '../engine/fold.ts';
import type { Input, Place, RowStep } from '../engine/steps.ts';
import { depthOf, inputsOf, keysOf, type ViewDefinition } from '../engine/view-definition.ts';
import { shardOf } from '../index/shards.ts';
import { type FoldedEpisode, type FoldedVersion, MemoryRows } from './memory-rows.ts';

export type { FoldedEpisode, FoldedVersion } from './memory-rows.ts';

/** The digest by which rows and their columns are compared: the order of fields does not count. */
export function digestOf(json: unknown): string {
  return createHash('sha256').update(canonical(json)).digest('base64url');
}

interface Placed {
  readonly ordinal: number;
  readonly event: LoggedEvent;
}

/** The views, folded in memory from the log alone: what the tables must be equal to. */
export class MemoryFold implements RowsBefore {
  private readonly views: readonly ViewDefinition[];
  private readonly rows = new Map<ViewDefinition, MemoryRows>();
  private readonly stories = new Map<ViewDefinition, Map<string, Placed[]>>();
  private readonly subjectsOfFacts = new Map<string, Set<string>>();
  private readonly facts = new Map<string, Placed>();

  /** @param views with all that some of them are derived from. */
  constructor(views: readonly ViewDefinition[]) {
    this.views = [...views].sort((a, b) => depthOf(a) - depthOf(b));
    for (const view of views) {
      this.rows.set(view, new MemoryRows(digestOf));
      this.stories.set(view, new Map());
    }
  }

  /** Every version of every row of a view, by key and first ordinal. */
  versionsOf(view: ViewDefinition): ReadonlyMap<string, FoldedVersion> {
    return this.of(view).versions;
  }

  /** Every time that a row of a view was left alone because its fold threw, by key and first ordinal. */
  episodesOf(view: ViewDefinition): ReadonlyMap<string, FoldedEpisode> {
    return this.of(view).episodes;
  }

  current(view: ViewDefinition, key: string): unknown {
    return this.of(view).current(key);
  }

  isParked(view: ViewDefinition, key: string): boolean {
    return this.of(view).isParked(key);
  }

  story(view: ViewDefinition, key: string): readonly LoggedEvent[] {
    const story = new Map<string, Placed>();
    for (const placed of this.stories.get(view)?.get(key) ?? []) {
      story.set(placed.event.id, placed);
      // A correction can name a row that the fact did not; it still stands in the place of the fact.
      const fact = placed.event.corrects && this.facts.get(placed.event.corrects.event);
      if (fact) story.set(fact.event.id, fact);
    }
    return [...story.values()].sort((a, b) => a.ordinal - b.ordinal).map(({ event }) => event);
  }

  /** Folds the next event of the log. */
  add(event: LoggedEvent, ordinal: number): void {
    const subjects = this.subjectsOf(event);
    const { programme } = event.envelope;
    const at: Place = { ordinal, programme: programme ?? null, shard: shardOf(programme), event: event.id };
    if (!event.corrects) this.facts.set(event.id, { event, ordinal });
    for (const view of this.views) {
      if (view.derived) this.derive(view);
      else this.fold(view, { event, ordinal }, { subjects, at });
    }
    for (const rows of this.rows.values()) rows.settle();
  }

  private fold(view: ViewDefinition, placed: Placed, { subjects, at }: { subjects: string[]; at: Place }): void {
    const { event, ordinal } = placed;
    if (!(event.type in view.on) && !event.corrects) return;
    this.remember(view, placed, subjects);
    for (const outcome of outcomesOf(view, { event, ordinal, subjects }, this)) this.of(view).record(outcome, at);
  }

  private derive(view: ViewDefinition): void {
    if (!view.derived) return;
    const inputs = new Map<ViewDefinition, Input>(inputsOf(view.derived).map((input) => [input, this.of(input)]));
    const steps: RowStep[] = [...inputs.values()].flatMap((input) => input.steps);
    if (steps.length === 0) return;
    for (const _ of derivation(view, inputs, this.of(view)));
  }

  /** As the index does it: a correction concerns also what the fact and its earlier corrections concerned. */
  private subjectsOf(event: LoggedEvent): string[] {
    const fact = event.corrects?.event ?? event.id;
    const known = this.subjectsOfFacts.get(fact) ?? new Set<string>();
    for (const subject of event.subjects) known.add(subject);
    this.subjectsOfFacts.set(fact, known);
    return event.corrects ? [...known] : [...event.subjects];
  }

  private remember(view: ViewDefinition, placed: Placed, subjects: readonly string[]): void {
    const stories = this.stories.get(view);
    for (const key of keysOf(view, subjects)) {
      const story = stories?.get(key);
      if (story) story.push(placed);
      else stories?.set(key, [placed]);
    }
  }

  private of(view: ViewDefinition): MemoryRows {
    const rows = this.rows.get(view);
    if (!rows) throw new Error(`The view ${view.name} is not folded here`);
    return rows;
  }
}
