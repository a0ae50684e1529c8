import type { Generation } from '../database/generations.ts';
import type { ViewDefinition } from '../engine/view-definition.ts';
import { NotThereYet } from './as-of.ts';
import { BadCursor } from './bad-cursor.ts';

/**
 * From which generations an answer is read: the live ones of this release, or, for a further page, the same as the pages
 * before, as long as they are kept.
 */
export class Readable {
  private readonly byView = new Map<string, Generation[]>();
  private readonly ids: ReadonlySet<number>;

  constructor(
    generations: readonly Generation[],
    private readonly before?: readonly number[],
  ) {
    for (const generation of generations) {
      const known = this.byView.get(generation.view.name) ?? [];
      this.byView.set(generation.view.name, [...known, generation]);
    }
    this.ids = new Set(generations.map(({ id }) => id));
  }

  /** Those that an answer of now would be read from, and that are there. */
  get live(): Generation[] {
    return [...this.byView.values()].flat().filter(({ status, followed }) => status === 'live' && followed);
  }

  /** Those that an answer may rest on: for a further page the same ones as for the pages before. */
  get all(): number[] {
    const { before = [] } = this;
    const isAsBefore = (view: string) => this.byView.get(view)?.some(({ id }) => before.includes(id));
    return [...before, ...this.live.flatMap(({ id, view }) => (isAsBefore(view.name) ? [] : [id]))];
  }

  /**
   * The generation that a view is read from.
   *
   * @throws NotThereYet while it is being filled for the first time; BadCursor when the pages before were read from one
   * that is no longer kept.
   */
  of(view: Pick<ViewDefinition, 'name'>): Generation {
    const known = this.byView.get(view.name) ?? [];
    const same = this.before && known.find(({ id }) => this.before?.includes(id));
    if (same) return same;
    if (this.before?.some((id) => !this.ids.has(id))) throw new BadCursor('cursor-gone');
    const live = known.find(({ status }) => status === 'live');
    if (!live) throw new Error(`The view ${view.name} is not of this release`);
    if (!live.followed) throw new NotThereYet(`the rows of ${view.name}`, 0);
    return live;
  }
}
