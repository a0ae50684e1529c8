import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { settled } from '../../../test/support/browser.ts';

export { openBrowser, settled } from '../../../test/support/browser.ts';

export type Language = 'nl' | 'en';

/** What a page did that it should not have. */
export interface Misdeeds {
  readonly consoleErrors: string[];
  readonly otherHosts: string[];
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

interface Visit {
  readonly url: string;
  readonly token: string;
  readonly language: Language;
  readonly width: number;
}

/** Someone who is signed in, in a window of their own, whose pages are watched. */
export async function visit(browser: Browser, { token, ...asked }: Visit): Promise<Visitor> {
  const visitor = await stranger(browser, asked);
  const { page } = visitor;
  const isDutch = asked.language === 'nl';
  await page.goto('/over');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: isDutch ? 'Meld aan' : 'Sign in' }).click();
  await page.getByRole('button', { name: isDutch ? 'Afmelden' : 'Sign out' }).waitFor();
  return visitor;
}

/** Someone who does not sign in, in a window of their own, whose pages are watched. */
export async function stranger(browser: Browser, { url, language, width }: Omit<Visit, 'token'>): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    baseURL: url,
    locale: language,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(`localStorage.setItem('samenspel.language', '${language}');`);
  const page = await context.newPage();
  const misdeeds: Misdeeds = { consoleErrors: [], otherHosts: [] };
  page.on('console', (message) => {
    // What was refused says only its status; the address tells which question or command it was.
    if (message.type() === 'error') misdeeds.consoleErrors.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => misdeeds.consoleErrors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) misdeeds.otherHosts.push(request.url());
  });
  return { context, page, misdeeds };
}

/** Opens an address and waits until what it asked for is there. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/**
 * Waits until the page with this title is there. The page before it stays until then, and what is meant for the one
 * that comes may well be found on it, too.
 */
export async function arriveAt(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Opens the menu of the programme, which in a narrow window stands behind a button. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu', exact: true, expanded: false });
  if (await button.isVisible()) await button.click();
}

/** Opens the form of a note on _Vandaag_, unless it stands open, and gives the field of its text. */
export async function openNote(page: Page): Promise<Locator> {
  const button = page.getByRole('button', { name: 'Wat is er gebeurd?' });
  await button.waitFor();
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  return page.getByLabel('In het kort');
}

/** From the list of pledges to the page of the organisation that the first of them is of. */
export async function openFirstKeeper(page: Page): Promise<void> {
  const keeper = page.locator('main tbody a').first();
  const name = await keeper.textContent();
  await keeper.click();
  await arriveAt(page, name ?? '');
}
