import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page, Route } from 'playwright-core';
import { openPage, visit } from './testing/browser.ts';
import { standingOf } from './testing/rows.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('lists');
let pages: Map<string, string>;

beforeAll(async () => {
  pages = new Map((await tourOf(product.url, product.tokens.lead)).map(({ name, address }) => [name, address]));
});

const many = 1_200;
const basis = { ordinal: 1, knownAt: '2026-06-01T10:00:00.000Z', validOn: '2026-06-01', fictitious: true };
const names = Array.from({ length: many }, (_, place) => `Gemeente ${String(place + 1).padStart(4, '0')}`);

/** A programme that is far larger than the example, answered page by page as the API does. */
async function withManyRows(page: Page): Promise<void> {
  await page.route('**/v1/programmes/*/progress?*', (route) => {
    const { searchParams: asked } = new URL(route.request().url());
    const ordered = asked.get('sort') === '-name' ? names.toReversed() : names;
    const from = Number(asked.get('cursor') ?? 0);
    const until = from + Number(asked.get('limit'));
    const items = ordered.slice(from, until).map((name) => standingOf(name));
    const data = { items, total: many, ...(until < many && { next: String(until) }) };
    return route.fulfill({ json: { basis, data } });
  });
}

/** Scrolls down until that is drawn. */
async function scrollTo(page: Page, wanted: Locator): Promise<void> {
  // Less than what is in sight, so that no row is passed by undrawn; at the end the rows of the next page are on their way.
  for (let turns = 0; turns < 600 && (await wanted.count()) === 0; turns += 1) {
    await page.mouse.wheel(0, 800);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  }
  expect(await wanted.count()).toBe(1);
}

async function at(name: string, width: number, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const { page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width,
  });
  await prepare?.(page);
  await openPage(page, pages.get(name) ?? '/');
  return page;
}

describe('a list of more than a thousand rows', () => {
  it.each([1280, 360])(
    'at %d px: is read page by page, draws what is in sight, and says how many there are',
    async (width) => {
      const page = await at('deelnames', width, withManyRows);
      const table = page.getByRole('table');
      const rows = table.locator('tbody tr[aria-rowindex]');
      await page.getByText('1.200 organisaties').waitFor();
      expect(await table.getAttribute('aria-rowcount')).toBe('1201');
      expect(await rows.count()).toBeLessThan(80);
      const last = page.getByRole('link', { name: 'Gemeente 1200' });
      await scrollTo(page, last);
      expect(await table.locator('tr', { has: last }).getAttribute('aria-rowindex')).toBe('1201');
      expect(await rows.count()).toBeLessThan(80);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  it('given a name that was looked for and cleared, then everyone is there again', async () => {
    const page = await at('deelnames', 1280);
    const search = page.getByRole('searchbox', { name: 'Zoek op naam' });
    await search.fill('assen');
    await page.getByText('1 organisatie', { exact: true }).waitFor();
    await search.fill('');
    await page.getByText('12 organisaties').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('given more letters than one can look for, then the field keeps as many as one can', async () => {
    const page = await at('deelnames', 1280);
    const search = page.getByRole('searchbox', { name: 'Zoek op naam' });
    await search.fill('a'.repeat(2_000));
    expect(await search.inputValue()).toHaveLength(200);
    await page.getByText('0 organisaties').waitFor();
  });

  it('given a row with the focus, then it stays where it was while one scrolls on', async () => {
    const page = await at('deelnames', 1280, withManyRows);
    await page.getByRole('link', { name: 'Gemeente 0003' }).focus();
    const far = page.getByRole('link', { name: 'Gemeente 0300' });
    await scrollTo(page, far);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Gemeente 0003');
  });

  it('given something above it that grows, then the rows in sight are the ones that are drawn', async () => {
    const page = await at('deelnames', 1280, withManyRows);
    const first = page.getByRole('link', { name: 'Gemeente 0001' });
    await first.waitFor();
    // By script and not in its text: the page takes no styles that stand in an element.
    await page.evaluate("document.querySelector('main').prepend(document.createElement('p'))");
    await page.evaluate("document.querySelector('main > p').style.height = '5000px'");
    await page.evaluate('scrollTo(0, 5000)');
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await first.waitFor();
    expect(await page.getByRole('link', { name: 'Gemeente 0080' }).count()).toBe(0);
  });

  it('given a heading, then the API sorts by it, and pressed again turns the order round', async () => {
    const page = await at('deelnames', 1280, withManyRows);
    const heading = page.getByRole('columnheader', { name: 'Organisatie' });
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    await page.getByRole('link', { name: 'Gemeente 1200' }).waitFor();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(page.url()).toContain('volgorde=-name');
  });

  it('given a trajectory beyond the first 500, then its page is there', async () => {
    const page = await at('deelnames', 1280, withManyRows);
    await openPage(page, `${(pages.get('deelnames') ?? '').replace(/\?.*/, '')}/t-Gemeente%201100`);
    await page.getByRole('heading', { level: 1, name: 'Gemeente 1100' }).waitFor();
  });
});

describe('a list that is asked for otherwise', () => {
  it('given a status whose rows are on their way, then those of before are said to be no answer to it', async () => {
    const page = await at('deelnames', 1280);
    await page.getByText('12 organisaties').waitFor();
    const held: Route[] = [];
    let isHeld = true;
    await page.route('**/progress?*status=*', (route) => (isHeld ? void held.push(route) : route.continue()));
    await page.getByLabel('Status').selectOption({ label: 'Achter' });
    const list = page.locator('[aria-busy="true"]', { has: page.getByRole('table') });
    await list.waitFor();
    // Outside what is busy, where it may not be read out.
    await page.getByRole('status').getByText('Wordt opgehaald').waitFor();
    expect(await list.getByRole('status').count()).toBe(0);
    expect(await page.getByText('12 organisaties').count()).toBe(0);
    isHeld = false;
    for (const route of held) await route.continue();
    await page.getByText('1 organisatie', { exact: true }).waitFor();
    expect(await page.locator('[aria-busy="true"]').count()).toBe(0);
  });
});

describe('saved views', () => {
  it('given filters with a name, then they are chosen again after a reload, and can be removed', async () => {
    const page = await at('toezeggingen', 1280);
    await page.getByRole('link', { name: /^Alle \(/ }).click();
    await page.getByRole('columnheader', { name: 'Organisatie' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Bewaar deze weergave' }).click();
    await page.getByLabel('Naam van de weergave').fill('Alles op naam');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await openPage(page, pages.get('toezeggingen') ?? '/');
    expect(page.url()).not.toContain('toon=all');
    await page.getByLabel('Bewaarde weergaven').selectOption('Alles op naam');
    await page.waitForURL(/toon=all.*volgorde=name|volgorde=name.*toon=all/);
    await page.getByRole('button', { name: 'Verwijder weergave Alles op naam' }).click();
    expect(await page.getByLabel('Bewaarde weergaven').locator('option').count()).toBe(1);
  });
});

describe('what is shown of a page', () => {
  it('given commitments that were narrowed and sorted, then they stand so after a reload', async () => {
    const page = await at('commitment', 1280);
    const shown = page.getByText(/^\d+ commitments?$/);
    await page.getByLabel('Laag').selectOption({ label: 'Raad' });
    await page.getByLabel('Stand').selectOption({ label: 'Gegeven' });
    await page.waitForURL(/laag=council.*stand=given/);
    const names = () => page.locator('tbody th').allTextContents();
    const first = page.locator('tbody th').first();
    const upwards = (await names()).toSorted((a, b) => a.localeCompare(b, 'nl'));
    const heading = page.getByRole('columnheader', { name: 'Organisatie' }).getByRole('button');
    await heading.click();
    await page.waitForURL(/volgorde=name/);
    await heading.click();
    await page.waitForURL(/volgorde=-name/);
    await first.filter({ hasText: upwards.at(-1) ?? '' }).waitFor();
    const [count, before] = [await shown.textContent(), await names()];
    expect(before).toEqual(upwards.toReversed());
    await page.reload();
    await first.filter({ hasText: upwards.at(-1) ?? '' }).waitFor();
    expect([await shown.textContent(), await names()]).toEqual([count, before]);
    await page.getByRole('searchbox', { name: 'Zoek op naam' }).fill('bestaat niet');
    await page.getByText('Er is geen commitment dat hierbij past.').waitFor();
  });

  it('given a letter that was forgotten, then it is put in where the cursor is, and the list goes by it', async () => {
    const page = await at('deelnames', 1280);
    const search = page.getByRole('searchbox', { name: 'Zoek op naam' });
    await search.pressSequentially('asen');
    await page.getByText('Geen organisatie past hierbij.').waitFor();
    for (const _ of 'en') await search.press('ArrowLeft');
    await search.pressSequentially('s');
    await page.getByText('1 organisatie', { exact: true }).waitFor();
    for (const _ of 'ass') await search.press('ArrowRight');
    await search.press('Home');
    await search.pressSequentially('x');
    expect(await search.inputValue()).toBe('xassen');
    await page.waitForURL(/zoek=xassen/);
  });

  it('given an address with what no page knows, then that narrows nothing', async () => {
    const page = await at('commitment', 1280);
    const shown = page.getByText(/^\d+ commitments?$/);
    const all = await shown.textContent();
    await openPage(page, `${pages.get('commitment')}?zoek=2026&laat=nee&volgorde=province&stand=`);
    await shown.waitFor();
    expect(await shown.textContent()).toBe(all);
    expect(await page.getByLabel('Alleen te laat').isChecked()).toBe(false);
    await openPage(page, `${pages.get('commitment')}?bekend=2026`);
    await shown.waitFor();
    await openPage(page, `${pages.get('overzicht')}?status=onzin&bekend=ooit`);
    await page.getByText('12 organisaties').waitFor();
    await openPage(page, `${(pages.get('kennis-uitkomsten') ?? '').replace(/\?.*/, '')}?deel=onzin&zoek=2026`);
    await page.getByRole('heading', { level: 2, name: 'Kennisproducten' }).waitFor();
  });

  it('given a story that was narrowed, then its address narrows it again', async () => {
    const page = await at('deelname', 1280);
    const lines = page.locator('ol.story > li');
    await lines.first().waitFor();
    const all = await lines.count();
    const putRight = page.getByLabel('Alleen correcties en intrekkingen');
    await putRight.click();
    await page.waitForURL(/hersteld=ja/);
    await page.getByText(`van ${all}`).waitFor();
    const narrowed = await lines.count();
    expect(narrowed).toBeLessThan(all);
    await page.reload();
    await page.getByText(`van ${all}`).waitFor();
    expect(await lines.count()).toBe(narrowed);
    await putRight.click();
    await page.waitForURL((address) => address.search === '');
    await page.getByText(`van ${all}`).waitFor({ state: 'detached' });
    expect(await lines.count()).toBe(all);
  });
});

describe('what asks for attention', () => {
  it('given more organisations than are read at a glance, then each stands once and all can be opened', async () => {
    const page = await at('vandaag', 1280);
    await openPage(page, `${pages.get('vandaag')}?bekend=2026-08-30`);
    const part = page.getByRole('region', { name: 'Vraagt aandacht' });
    const all = part.getByRole('button', { name: 'Toon alle (10)' });
    await all.waitFor();
    expect(await part.getByRole('listitem').count()).toBe(5);
    await all.click();
    const organisations = await part.locator('li strong').allTextContents();
    expect(new Set(organisations).size).toBe(10);
    expect(organisations).toHaveLength(10);
  });
});

describe('the pledges of a programme', () => {
  it('given a choice, then only what fits it is there, once, and says what was pledged', async () => {
    const page = await at('toezeggingen', 1280);
    const outside = page.getByRole('region', { name: 'Van organisaties zonder deelname' });
    const what = page.getByText('Een bijdrage aan de kosten van de slotbijeenkomst');
    await page.getByRole('cell', { name: 'De eigen werkwijze op papier delen' }).waitFor();
    expect(await outside.count()).toBe(0);
    await page.getByRole('link', { name: /^Nagekomen \(/ }).click();
    await outside.getByText('Nagekomen').waitFor();
    expect(await what.count()).toBe(1);
    expect(await page.getByText(/^eerst /).count()).toBe(0);
  });

  it('given a pledge of which one reminds, then the text says what was pledged', async () => {
    const page = await at('toezeggingen', 1280);
    await page.getByRole('link', { name: 'Herinner Assen, toezegging' }).click();
    const text = page.getByLabel('Tekst');
    await text.waitFor();
    expect(await text.inputValue()).toContain('De eigen werkwijze op papier delen');
    expect(page.url()).not.toContain('werkwijze');
  });
});

describe('the programme through the year', () => {
  it('given a filter and the table, then both stand in the address and can be kept as a view', async () => {
    const page = await at('overzicht', 1280);
    await page.getByRole('searchbox', { name: 'Zoek op naam' }).fill('veen');
    await page.getByText('3 organisaties').waitFor();
    await page.getByRole('radio', { name: 'Tabel' }).check();
    await page.waitForURL(/zoek=veen.*vorm=table/);
    await page.getByRole('button', { name: 'Bewaar deze weergave' }).click();
    await page.getByLabel('Naam van de weergave').fill('De venen');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await openPage(page, pages.get('overzicht') ?? '/');
    await page.getByText('12 organisaties').waitFor();
    await page.getByLabel('Bewaarde weergaven').selectOption('De venen');
    await page.getByText('3 organisaties').waitFor();
    expect(await page.getByRole('radio', { name: 'Tabel' }).isChecked()).toBe(true);
  });
});

describe('the dossier', () => {
  it('given a heading, then it is sorted by the API', async () => {
    const page = await at('dossier', 1280);
    const heading = page.getByRole('columnheader', { name: 'Titel' });
    await heading.getByRole('button').click();
    await page.locator('th[aria-sort="ascending"]').filter({ hasText: 'Titel' }).waitFor();
    const found = await page.locator('tbody th a').allTextContents();
    await heading.getByRole('button').click();
    await page.locator('th[aria-sort="descending"]').filter({ hasText: 'Titel' }).waitFor();
    await page
      .locator('tbody th a')
      .first()
      .filter({ hasNotText: found[0] ?? '' })
      .waitFor();
  });
});
