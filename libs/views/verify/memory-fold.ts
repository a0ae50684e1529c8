import { createHash } from 'node:crypto';
import { canonical } from '#log/contract/canonical';
import type { LoggedEvent } from '#log/contract/codec';
import { changesOf, type RowsBefore } from '../engine/fold.ts';
import { keysOf, type ViewDefinition } from '../engine/view-definition.ts';

/** One version of a row, with the row itself as a digest. */
export interface FoldedVersion {
  readonly programme: string | null;
  until: number | null;
  readonly digest: string;
}

/** The digest by which rows are compared: the order of their fields does not count. */
export function digestOf(row: unknown): string {
  return createHash('sha256').update(canonical(row)).digest('base64url');
}

interface Placed {
  readonly ordinal: number;
  readonly event: LoggedEvent;
}

interface Tracked {
  readonly rows: Map<string, unknown>;
  readonly stories: Map<string, Placed[]>;
  readonly versions: Map<string, FoldedVersion>;
  readonly open: Map<string, FoldedVersion>;
}

/** The views, folded in memory from the log alone: what the tables must be equal to. */
export class MemoryFold implements RowsBefore {
  private readonly tracked = new Map<string, Tracked>();
  private readonly subjectsOfFacts = new Map<string, Set<string>>();
  private readonly facts = new Map<string, Placed>();

  constructor(private readonly views: readonly ViewDefinition[]) {
    for (const view of views) {
      this.tracked.set(view.name, { rows: new Map(), stories: new Map(), versions: new Map(), open: new Map() });
    }
  }

  /** Every version of every row of a view, by key and first ordinal. */
  versionsOf(view: ViewDefinition): ReadonlyMap<string, FoldedVersion> {
    return this.of(view).versions;
  }

  current(view: ViewDefinition, key: string): unknown {
    return this.of(view).rows.get(key);
  }

  async story(view: ViewDefinition, key: string): Promise<readonly LoggedEvent[]> {
    const story = new Map<string, Placed>();
    for (const placed of this.of(view).stories.get(key) ?? []) {
      story.set(placed.event.id, placed);
      // A correction can name a row that the fact did not; it still stands in the place of the fact.
      const fact = placed.event.corrects && this.facts.get(placed.event.corrects.event);
      if (fact) story.set(fact.event.id, fact);
    }
    return [...story.values()].sort((a, b) => a.ordinal - b.ordinal).map(({ event }) => event);
  }

  /** Folds the next event of the log. */
  async add(event: LoggedEvent, ordinal: number): Promise<void> {
    const subjects = this.subjectsOf(event);
    if (!event.corrects) this.facts.set(event.id, { event, ordinal });
    for (const view of this.views) {
      if (!(event.type in view.on) && !event.corrects) continue;
      this.remember(view, { event, ordinal }, subjects);
      for (const { key, row } of await changesOf(view, { event, ordinal, subjects }, this)) {
        this.change(view, key, row, { ordinal, programme: event.envelope.programme ?? null });
      }
    }
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
    const { stories } = this.of(view);
    for (const key of keysOf(view, subjects)) {
      const story = stories.get(key);
      if (story) story.push(placed);
      else stories.set(key, [placed]);
    }
  }

  private change(
    view: ViewDefinition,
    key: string,
    row: unknown,
    at: { ordinal: number; programme: string | null },
  ): void {
    const { rows, versions, open } = this.of(view);
    const before = open.get(key);
    if (before) before.until = at.ordinal;
    open.delete(key);
    rows.set(key, row);
    if (row === undefined) return;
    const version: FoldedVersion = { programme: at.programme, until: null, digest: digestOf(row) };
    open.set(key, version);
    versions.set(`${key}@${at.ordinal}`, version);
  }

  private of(view: ViewDefinition): Tracked {
    const tracked = this.tracked.get(view.name);
    if (!tracked) throw new Error(`The view ${view.name} is not folded here`);
    return tracked;
  }
}
