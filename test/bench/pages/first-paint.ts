import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Target } from './large-programme.ts';

/** What the lead waits for: the sentence of the day, and no part of the page that is still being asked. */
const useful = `performance.getEntriesByType('navigation').length > 0 &&
  document.querySelector('.sentence') !== null && performance.now()`;

/** Someone who signed in before; the pages know them by what the browser kept. */
export async function signedIn(browser: Browser, { url, tokens }: Target): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: 'nl', viewport: { width: 1280, height: 900 } });
  await context.addInitScript(`localStorage.setItem('samenspel.language', 'nl');`);
  const page = await context.newPage();
  await page.goto('/over');
  await page.getByLabel('Token').fill(tokens.lead);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await page.getByRole('button', { name: 'Afmelden' }).waitFor();
  await page.close();
  return context;
}

/** Milliseconds from the start of the navigation until the sentence of the day stands there, with nothing in the cache. */
export async function firstUsefulPaint(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto(address, { waitUntil: 'commit' });
  const seen = await page.waitForFunction(useful, undefined, { polling: 'raf', timeout: 60_000 });
  const milliseconds = Number(await seen.jsonValue());
  await page.close();
  return milliseconds;
}

/** Waits until a page has everything that it asked for. */
export async function whole(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const waiting = page.locator('.skeleton');
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
}
