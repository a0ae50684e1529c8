import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { followTop } from './top-of.ts';

/** The browser tells this watcher of the page when it changes height; here the test does. */
class Watcher {
  static all: Watcher[] = [];
  watched: unknown;

  constructor(readonly changed: () => void) {
    Watcher.all.push(this);
  }

  observe(element: unknown): void {
    this.watched = element;
  }

  disconnect(): void {
    this.watched = undefined;
  }
}

const browser = { ResizeObserver: Watcher, document: { body: {} }, window: { scrollY: 0 } };
const changeHeight = () => {
  for (const { watched, changed } of Watcher.all) if (watched === browser.document.body) changed();
};

describe('the place of a long table on the page', () => {
  let top: number;
  let told: number[];
  const table = { getBoundingClientRect: () => ({ top }) };

  beforeEach(() => {
    Watcher.all = [];
    Object.assign(globalThis, browser);
    browser.window.scrollY = 0;
    top = 400;
    told = [];
  });

  afterEach(() => {
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
  });

  it('given something above it that grows, then it is measured again', () => {
    followTop(table, (place) => told.push(place));
    top = 900;
    changeHeight();
    expect(told).toEqual([400, 900]);
  });

  it('given a page that is scrolled, then it is still the place on the page', () => {
    browser.window.scrollY = 250;
    top = 150;
    followTop(table, (place) => told.push(place));
    expect(told).toEqual([400]);
  });

  it('given a table that is gone, then it is not measured any more', () => {
    const stop = followTop(table, (place) => told.push(place));
    stop();
    changeHeight();
    expect(told).toEqual([400]);
  });
});
