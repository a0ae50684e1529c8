import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openPage, settled, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('keyboard');

/** Says of what has the focus whether one sees it: in sight, and marked. */
const focusSeen = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return 'lost';
  const { top, bottom, width } = one.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isInSight = bottom > 0 && top < innerHeight && width > 1;
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  return isInSight && isMarked ? 'seen' : 'not seen: ' + one.outerHTML.slice(0, 150);
})()`;

async function expectFocusSeen(page: Page): Promise<void> {
  expect(await page.evaluate<string>(focusSeen)).toBe('seen');
}

const hasFocus = async (page: Page, on: Locator) => (await on.and(page.locator(':focus')).count()) > 0;

/** Goes with Tab, or back with Shift+Tab, until that has the focus; on the way the focus is never lost. */
async function goTo(page: Page, on: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await on.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
    if (await hasFocus(page, on)) return;
  }
  throw new Error(`Not within 200 presses: ${on}`);
}

/** After another page is opened, its heading has the focus. */
async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  await page.locator('h1:focus').waitFor();
  await expectFocusSeen(page);
}

describe('with the keyboard alone', () => {
  it('one signs in, finds the late council commitments, and records a contact moment and attendance', async () => {
    const context = await product.browser.newContext({
      viewport: { width: 1280, height: 900 },
      baseURL: product.url,
      locale: 'nl',
    });
    const page = await context.newPage();
    await page.goto('/');
    await goTo(page, page.getByLabel('Token'));
    await page.keyboard.insertText(product.tokens.lead);
    await goTo(page, page.getByRole('button', { name: 'Meld aan' }));
    await page.keyboard.press('Enter');
    // There is one programme, so that its day opens at once.
    await expectHeading(page, 'Vandaag');

    await goTo(page, page.getByRole('link', { name: 'Commitment', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Commitment');
    await goTo(page, page.getByLabel('Alleen te laat'));
    await page.keyboard.press('Space');
    await goTo(page, page.getByLabel('Laag'));
    await page.keyboard.type('Raad');
    await page.locator('tbody tr').first().waitFor();
    expect(new Set(await page.locator('tbody td[data-label="Laag"]').allTextContents())).toEqual(new Set(['Raad']));

    await goTo(page, page.locator('tbody a').first());
    const name = (await page.locator('tbody a').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expectHeading(page, name);
    await goTo(page, page.getByRole('button', { name: 'Contactmoment' }));
    await page.keyboard.press('Enter');
    await goTo(page, page.getByLabel('Hoe'));
    await page.keyboard.press('ArrowDown');
    await goTo(page, page.getByLabel('Wat is er besproken?'));
    await page.keyboard.type('De griffier zet het op de agenda.');
    await goTo(page, page.getByRole('button', { name: 'Leg contactmoment vast' }));
    await page.keyboard.press('Enter');
    await page.getByText('Vastgelegd.').waitFor();
    await expectFocusSeen(page);
    await goTo(page, page.getByRole('button', { name: 'Maak ongedaan' }));
    await page.keyboard.press('Enter');
    await page.getByText('Ongedaan gemaakt.').waitFor();
    await expectFocusSeen(page);

    await goTo(page, page.getByRole('link', { name: 'Bijeenkomsten', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Bijeenkomsten');
    await goTo(page, page.locator('main .rows a').last());
    await page.keyboard.press('Enter');
    await page.locator('.tap').first().waitFor();
    await page.locator('h1:focus').waitFor();
    await goTo(page, page.locator('.tap').first());
    await page.keyboard.press('Space');
    await goTo(page, page.getByRole('button', { name: 'Leg aanwezigheid vast' }));
    await page.keyboard.press('Enter');
    await page.getByText(/^Vastgelegd\./).waitFor();
    await expectFocusSeen(page);

    await goTo(page, page.getByLabel('Zoals bekend op'), 'Shift+Tab');
    await goTo(page, page.getByRole('button', { name: 'Toon', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('U ziet wat bekend was op').waitFor();
    await expectFocusSeen(page);
    await goTo(page, page.getByRole('button', { name: 'Terug naar nu' }));
    await page.keyboard.press('Enter');
    await page.getByText('U ziet wat bekend was op').waitFor({ state: 'detached' });
    await expectFocusSeen(page);
    await context.close();
  });

  it.each([
    ['commitment', 'Organisatie'],
    ['toezeggingen', 'Organisatie'],
    ['dossier', 'Titel'],
  ])('given the list of %s that is sorted by its heading, then the heading keeps the focus', async (name, heading) => {
    const { url, tokens, browser } = product;
    const { context, page } = await visit(browser, { url, token: tokens.lead, language: 'nl', width: 1280 });
    const stop = (await tourOf(url, tokens.lead)).find((one) => one.name === name);
    await openPage(page, stop?.address ?? '/');
    const sort = page.getByRole('columnheader', { name: heading }).getByRole('button');
    await sort.focus();
    const answer = page.waitForResponse((response) => new URL(response.url()).searchParams.has('sort'));
    await page.keyboard.press('Enter');
    await (await answer).finished();
    await settled(page);
    await page.locator('th[aria-sort="ascending"]', { hasText: heading }).waitFor();
    expect(await hasFocus(page, sort)).toBe(true);
    await context.close();
  });
});
