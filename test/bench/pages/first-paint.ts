import type { Browser, Page } from 'playwright-core';
import { settled } from '../../support/browser.ts';
import type { Target } from './large-programme.ts';

/** Notes when the frame was painted in which the sentence of the day first stood: what the lead came for. */
const watching = `
  new MutationObserver((_, observer) => {
    if (document.querySelector('.sentence') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.usefulAt = performance.now())));
  }).observe(document, { childList: true, subtree: true });`;

/** A page of someone who signed in: what the browser keeps of that is of this page alone. */
export async function signedIn(browser: Browser, { url, tokens }: Target): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'nl', viewport: { width: 1280, height: 900 } });
  await context.addInitScript(`localStorage.setItem('samenspel.language', 'nl');`);
  await context.addInitScript(watching);
  const page = await context.newPage();
  await page.goto('/over');
  await page.getByLabel('Token').fill(tokens.lead);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await page.getByRole('button', { name: 'Afmelden' }).waitFor();
  return page;
}

/** Milliseconds from the start of the navigation until the sentence of the day stands there, with nothing in the cache. */
export async function firstUsefulPaint(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await page.goto(address);
  await page.locator('.sentence').waitFor();
  await settled(page);
  const milliseconds = await page.evaluate<number | undefined>('globalThis.usefulAt');
  if (milliseconds === undefined) throw new Error('The sentence of the day never stood there');
  return milliseconds;
}
