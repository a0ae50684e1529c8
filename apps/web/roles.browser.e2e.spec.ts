import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn } from './testing/accessible.ts';
import { openMenu, openNote, settled, visit } from './testing/browser.ts';
import { allExamples, told } from './testing/running-product.ts';

const product = allExamples('roles');
let programmes: readonly { readonly programme: string; readonly name: string }[];

/** The five programmes and the two that follow on them, page by page: minutes on a busy machine. */
jest.setTimeout(600_000);

beforeAll(async () => {
  ({ items: programmes } = await told<{ items: typeof programmes }>(product, '/v1/programmes'));
});

/** What a page says of itself: that its heading is there, and what it could not show. */
async function saidBy(page: Page, entry: string): Promise<string[]> {
  await settled(page).catch((error: unknown) => {
    throw new Error(`${entry} (${page.url()}) never came to rest`, { cause: error });
  });
  const failures = await page.locator('main [role="alert"]').allTextContents();
  return failures.filter((text) => text !== '');
}

/** The pages of a programme from its menu, as this role finds them: what they could not show, and whom they keep out. */
async function walk(
  page: Page,
  looksClosely: boolean,
): Promise<readonly (readonly [page: string, wrong: readonly string[]])[]> {
  await settled(page);
  const entries = await page.locator('.menu a').allTextContents();
  expect(entries).toHaveLength(14);
  const said: [string, string[]][] = [];
  for (const entry of entries) {
    await openMenu(page);
    await page.locator('.menu').getByRole('link', { name: entry, exact: true }).click();
    said.push([entry, [...(await saidBy(page, entry)), ...(looksClosely ? await barriersOn(page) : [])]]);
  }
  return said;
}

describe('the walk through a programme', () => {
  it.each([
    // With axe at every page: once, for that takes as long as the rest together. `pages.browser` does so in every way.
    ['lead', 'nl', 1280, true],
    ['auditor', 'en', 1280, false],
    ['reporter', 'nl', 360, false],
    ['admin', 'en', 360, false],
  ] as const)(
    'as %s, in %s at %d px: every page of every programme says what this role may see',
    async (role, language, width, looksClosely) => {
      const { context, page, misdeeds } = await visit(product.browser, {
        url: product.url,
        token: product.tokens[role],
        language,
        width,
      });
      expect(programmes.length).toBe(7);
      for (const { programme, name } of programmes) {
        await page.goto(`/programmas/${programme}/vandaag`);
        for (const [entry, wrong] of await walk(page, looksClosely))
          expect([name, entry, wrong]).toEqual([name, entry, []]);
        expect([name, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([name, width]);
      }
      expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });
      await context.close();
    },
  );

  it('given a note that was begun in one programme, then it is in the form of that one alone', async () => {
    const { context, page } = await visit(product.browser, {
      url: product.url,
      token: product.tokens.lead,
      language: 'nl',
      width: 1280,
    });
    const [one = '', other = ''] = programmes.map(({ programme }) => programme);
    const note = page.getByLabel('In het kort');
    const picker = page.getByLabel('Programma kiezen');
    const arriveIn = async (programme: string) => {
      await page.locator(`.menu a[href^="/programmas/${programme}/"]`).first().waitFor();
      await settled(page);
    };
    await page.goto(`/programmas/${one}/vandaag`);
    await settled(page);
    // By way of the list of all, so that the answers of the first are still there when it is chosen again.
    await picker.selectOption('all');
    await page.locator(`main a[href="/programmas/${other}/vandaag"]`).click();
    await arriveIn(other);
    await (await openNote(page)).fill('De griffier belt terug.');
    await picker.selectOption(one);
    await arriveIn(one);
    expect(await note.count()).toBe(0);
    expect(await (await openNote(page)).inputValue()).toBe('');
    await picker.selectOption(other);
    await arriveIn(other);
    expect(await note.inputValue()).toBe('De griffier belt terug.');
    await context.close();
  });

  it.each([
    ['lead', true],
    ['auditor', false],
    ['reporter', false],
  ] as const)('as %s: that one may record is %s', async (role, mayRecord) => {
    const { context, page } = await visit(product.browser, {
      url: product.url,
      token: product.tokens[role],
      language: 'nl',
      width: 1280,
    });
    await page.goto(`/programmas/${programmes[0]?.programme}/vandaag`);
    await settled(page);
    expect((await page.getByRole('button', { name: 'Wat is er gebeurd?' }).count()) > 0).toBe(mayRecord);
    await context.close();
  });
});
