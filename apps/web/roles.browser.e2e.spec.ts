import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Product, type Tokens, temporaryFolder } from '../../test/support/product.ts';
import { openBrowser, settled, visit } from './testing/browser.ts';

/** The five programmes and the two that follow on them, page by page: minutes on a busy machine. */
jest.setTimeout(600_000);

let folder: string;
let browser: Browser;
let url: string;
let tokens: Tokens;
let programmes: { readonly programme: string; readonly name: string }[];

beforeAll(async () => {
  folder = await temporaryFolder('roles');
  ({ url, tokens } = await Product.start(join(folder, 'data'), '--example', 'all').ready());
  const response = await fetch(`${url}/v1/programmes`, { headers: { authorization: `Bearer ${tokens.lead}` } });
  ({
    data: { items: programmes },
  } = (await response.json()) as { data: { items: typeof programmes } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await Product.stopAll();
  await rm(folder, { recursive: true, force: true });
});

/** What a page says of itself: that its heading is there, and what it could not show. */
async function saidBy(page: Page): Promise<string[]> {
  await settled(page);
  const failures = await page.locator('main [role="alert"]').allTextContents();
  return failures.filter((text) => text !== '');
}

/** The pages of a programme from its menu, as this role finds them. */
async function walk(page: Page): Promise<readonly (readonly [page: string, failures: readonly string[]])[]> {
  const entries = await page.locator('.menu a').allTextContents();
  const said: [string, string[]][] = [];
  for (const entry of entries) {
    await page.locator('.menu').getByRole('link', { name: entry, exact: true }).click();
    said.push([entry, await saidBy(page)]);
  }
  return said;
}

describe('the walk through a programme', () => {
  it.each([
    ['lead', 'nl', 1280],
    ['auditor', 'en', 1280],
    ['reporter', 'nl', 360],
    ['admin', 'en', 360],
  ] as const)(
    'as %s, in %s at %d px: every page of every programme says what this role may see',
    async (role, language, width) => {
      const { context, page, misdeeds } = await visit(browser, { url, token: tokens[role], language, width });
      expect(programmes.length).toBe(7);
      for (const { programme, name } of programmes) {
        await page.goto(`/programmas/${programme}/vandaag`);
        for (const [entry, failures] of await walk(page)) expect([name, entry, failures]).toEqual([name, entry, []]);
        expect([name, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([name, width]);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });
      await context.close();
    },
  );

  it.each([
    ['lead', true],
    ['auditor', false],
    ['reporter', false],
  ] as const)('as %s: that one may record is %s', async (role, mayRecord) => {
    const { context, page } = await visit(browser, { url, token: tokens[role], language: 'nl', width: 1280 });
    await page.goto(`/programmas/${programmes[0]?.programme}/vandaag`);
    await settled(page);
    expect((await page.getByRole('button', { name: 'Leg vast' }).count()) > 0).toBe(mayRecord);
    await context.close();
  });
});
