import type { Page } from 'playwright-core';
import { settled } from '../../support/browser.ts';

/** Of every interaction the longest of its events: from the input until the next frame was painted. */
const watching = `
  globalThis.interactions = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId > 0) interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

/** What a lead does on the page of the participations: look for a name, sort, narrow down, and open the first. */
async function useList(page: Page): Promise<void> {
  await page.getByRole('searchbox').first().pressSequentially('hoog', { delay: 120 });
  await settled(page);
  await page.getByRole('searchbox').first().fill('');
  await settled(page);
  const sorts = page.getByRole('columnheader').getByRole('button');
  for (let at = 0; at < (await sorts.count()); at += 1) {
    await sorts.nth(at).click();
    await settled(page);
  }
  await page.mouse.wheel(0, 2_000);
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
}

/** The longest of the interactions with a long list, in milliseconds; those of less than a frame are not told. */
export async function longestInteraction(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await settled(page);
  await page.evaluate(watching);
  await useList(page);
  // The browser tells of an event when its frame has been painted.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)))');
  const durations = await page.evaluate<number[]>('[...interactions.values()]');
  if (durations.length === 0) throw new Error('No interaction was measured');
  return Math.max(...durations);
}
