import { useState } from 'react';
import * as z from 'zod/mini';
import { remember, remembered } from './storage.ts';

const views = z.array(z.object({ name: z.string(), search: z.record(z.string(), z.string()) }));

/** A set of filters with a name; the filters as they stand in the address. */
export type View = z.infer<typeof views>[number];
export type Search = View['search'];

/** Which view these filters are, if any. */
export function viewOf(all: readonly View[], search: Search): View | undefined {
  const wanted = inOrder(search);
  return all.find((view) => inOrder(view.search) === wanted);
}

/** With this view; one of the same name is replaced. Views stand in the order of their names. */
export function withView(all: readonly View[], view: View): View[] {
  return [...without(all, view.name), view].sort((a, b) => a.name.localeCompare(b.name));
}

/** Without the view of that name. */
export function without(all: readonly View[], name: string): View[] {
  return all.filter((each) => each.name !== name);
}

function inOrder(search: Search): string {
  return JSON.stringify(Object.entries(search).sort(([a], [b]) => a.localeCompare(b)));
}

/** The views of a page that this device remembers. */
export function useViews(page: string) {
  const place = `samenspel.views.${page}`;
  const [all, setAll] = useState(() => read(remembered(place)));
  const keep = (next: View[]) => {
    setAll(next);
    remember(place, next.length === 0 ? undefined : JSON.stringify(next));
  };
  return {
    all,
    add: (view: View) => keep(withView(all, view)),
    remove: (name: string) => keep(without(all, name)),
  };
}

function read(text: string | undefined): readonly View[] {
  try {
    return views.parse(JSON.parse(text ?? '[]'));
  } catch {
    // Kept by another release: the page works on without its memory.
    return [];
  }
}
