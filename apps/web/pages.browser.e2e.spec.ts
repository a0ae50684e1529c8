import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn } from './testing/accessible.ts';
import { openNote, openPage, stranger, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { publicTourOf, type Stop, tourOf } from './testing/tour.ts';

const product = exampleProduct('pages');
let tour: Stop[];
let publicTour: Stop[];

/** Every page in one go, each looked at by axe: minutes on a busy machine. */
jest.setTimeout(600_000);

beforeAll(async () => {
  tour = await tourOf(product.url, product.tokens.lead);
  publicTour = await publicTourOf(product.url, product.tokens.lead);
});

const ways = [
  ['nl', 1280],
  ['nl', 360],
  ['en', 1280],
  ['en', 360],
] as const;

interface Way {
  readonly language: string;
  readonly width: number;
}

/** Accessible, within its width, in its language, and without something that it could not show. */
async function expectGood(page: Page, { name, address }: Stop, { language, width }: Way): Promise<void> {
  await openPage(page, address);
  expect([name, await barriersOn(page)]).toEqual([name, []]);
  expect([name, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([name, width]);
  expect([name, await page.locator('html').getAttribute('lang')]).toEqual([name, language]);
  // A page that says that it could not read an answer is well-behaved too.
  const failures = await page.locator('main [role="alert"]').allTextContents();
  expect([name, failures.filter((text) => text !== '')]).toEqual([name, []]);
}

describe('every page', () => {
  it.each(ways)(
    'in %s at %d px: accessible, within its width, without errors, from this host alone',
    async (language, width) => {
      const { context, page, misdeeds } = await visit(product.browser, {
        url: product.url,
        token: product.tokens.lead,
        language,
        width,
      });
      for (const stop of tour) await expectGood(page, stop, { language, width });
      expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });
      await context.close();
    },
  );

  it.each(ways)('for who does not sign in, in %s at %d px: the same', async (language, width) => {
    const { context, page, misdeeds } = await stranger(product.browser, { url: product.url, language, width });
    for (const stop of publicTour) await expectGood(page, stop, { language, width });
    expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });
    await context.close();
  });
});

describe('recording', () => {
  it('given a note, then its draft survives a reload, it is recorded, and it can be taken back', async () => {
    const { context, page } = await visit(product.browser, {
      url: product.url,
      token: product.tokens.lead,
      language: 'nl',
      width: 1280,
    });
    await openPage(page, tour[0]?.address ?? '/');
    await (await openNote(page)).fill('De griffier belde over de agenda.');
    await openPage(page, tour[0]?.address ?? '/');
    expect(await page.getByLabel('In het kort').inputValue()).toBe('De griffier belde over de agenda.');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Vastgelegd.').waitFor();
    expect(await page.getByLabel('In het kort').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    // Why it was taken back stands elsewhere by then, with that word in it.
    await page.getByText(/^Vastgelegd\./).waitFor({ state: 'detached' });
    await context.close();
  });

  it('given an empty note, then the API’s words stand with the field and nothing is lost', async () => {
    const { context, page } = await visit(product.browser, {
      url: product.url,
      token: product.tokens.lead,
      language: 'nl',
      width: 360,
    });
    await openPage(page, tour[0]?.address ?? '/');
    const field = await openNote(page);
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await field.getAttribute('aria-describedby')).toMatch(/-error$/);
    await context.close();
  });

  it('given a day in the past, or an auditor, then there is no form', async () => {
    for (const [token, address] of [
      [product.tokens.lead, tour[1]?.address],
      [product.tokens.auditor, tour[0]?.address],
    ] as const) {
      const { context, page } = await visit(product.browser, { url: product.url, token, language: 'nl', width: 1280 });
      await openPage(page, address ?? '/');
      expect(await page.getByRole('button', { name: 'Wat is er gebeurd?' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Leg vast' }).count()).toBe(0);
      await context.close();
    }
  });
});
