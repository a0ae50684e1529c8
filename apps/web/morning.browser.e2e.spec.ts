import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { barriersOn } from './testing/accessible.ts';
import { arriveAt, type Language, openNote, openPage, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('morning');
let pages: Map<string, string>;
let opened: BrowserContext | undefined;

beforeAll(async () => {
  pages = new Map((await tourOf(product.url, product.tokens.lead)).map(({ name, address }) => [name, address]));
});
afterEach(async () => opened?.close());

const phone = 390;

async function at(name: string, width: number, language: Language = 'nl'): Promise<Page> {
  const { url, tokens, browser } = product;
  const { context, page } = await visit(browser, { url, token: tokens.lead, language, width });
  opened = context;
  await openPage(page, pages.get(name) ?? '/');
  return page;
}

const topOf = async (part: Locator) => (await part.boundingBox())?.y ?? Number.POSITIVE_INFINITY;

describe('the morning of a lead', () => {
  it('given a day, then what asks for attention is read first, and a note is one press away', async () => {
    const page = await at('vandaag', 1280);
    const attention = page.getByRole('region', { name: 'Vraagt aandacht' });
    expect(await topOf(attention.getByRole('listitem').first())).toBeLessThan(900);
    expect(await page.locator('main form.record').count()).toBe(0);
    await page.getByRole('button', { name: 'Wat is er gebeurd?' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('In het kort').and(page.locator(':focus')).count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('given a note that was begun, then it stands open when one comes back', async () => {
    const page = await at('vandaag', 1280);
    await (await openNote(page)).fill('De griffier belt terug.');
    await openPage(page, pages.get('vandaag') ?? '/');
    expect(await page.getByLabel('In het kort').inputValue()).toBe('De griffier belt terug.');
    await page.getByRole('button', { name: 'Gooi concept weg' }).click();
  });

  it('given a phone, then the heading and what asks for attention begin in sight', async () => {
    const page = await at('vandaag', phone);
    expect(await topOf(page.getByRole('heading', { level: 1 }))).toBeLessThan(400);
    expect(await topOf(page.getByRole('heading', { name: 'Vraagt aandacht' }))).toBeLessThan(700);
  });
});

describe('the menu on a phone', () => {
  it('given its button, then it opens, leads to a page whose heading has the focus, and is closed there', async () => {
    const page = await at('vandaag', phone);
    const button = page.getByRole('button', { name: 'Menu', exact: true });
    const link = page.getByRole('link', { name: 'Bijeenkomsten', exact: true });
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await link.count()).toBe(0);
    await button.focus();
    await page.keyboard.press('Enter');
    await link.waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(phone);
    await link.focus();
    await page.keyboard.press('Enter');
    await arriveAt(page, 'Bijeenkomsten');
    await page.locator('h1:focus').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  it('given a page of the second group, then it bears the mark of the current page', async () => {
    const page = await at('rapportages', phone);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.locator('.menu__account a[aria-current="page"]').waitFor();
    const mark = `getComputedStyle(document.querySelector('.menu__account a[aria-current="page"]')).borderInlineStartColor`;
    expect(await page.evaluate<string>(mark)).toBe('rgb(242, 193, 78)');
  });

  it('given a menu that stands open, then it is closed after another page and the way back', async () => {
    const page = await at('vandaag', phone);
    const button = page.getByRole('button', { name: 'Menu', exact: true });
    await button.click();
    await page.getByRole('link', { name: 'Bijeenkomsten', exact: true }).click();
    await arriveAt(page, 'Bijeenkomsten');
    await button.click();
    await page.goBack();
    await arriveAt(page, 'Vandaag');
    await page.goForward();
    await arriveAt(page, 'Bijeenkomsten');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  it('given Escape, or the page that one is on, then it closes and the focus is on its button', async () => {
    const page = await at('vandaag', phone);
    const button = page.getByRole('button', { name: 'Menu', exact: true });
    const closed = page.getByRole('button', { name: 'Menu', exact: true, expanded: false });
    await button.click();
    await page.getByRole('link', { name: 'Dossier', exact: true }).focus();
    await page.keyboard.press('Escape');
    await closed.and(page.locator(':focus')).waitFor();
    await button.click();
    await page.getByRole('link', { name: 'Vandaag', exact: true }).click();
    await closed.and(page.locator(':focus')).waitFor();
  });

  it('given a wide window, then there is no button and the whole menu is there', async () => {
    const page = await at('vandaag', 1280);
    expect(await page.getByRole('button', { name: 'Menu', exact: true }).count()).toBe(0);
    expect(await page.locator('.menu').getByRole('link').count()).toBe(14);
  });
});

describe('a story', () => {
  it.each([
    ['nl', 'maart 2026'],
    ['en', 'March 2026'],
  ] as const)('given what is known by its month, then in %s it stands at %s', async (language, month) => {
    const [, , programme] = (pages.get('vandaag') ?? '').split('/');
    const trajectory = (pages.get('deelname') ?? '').split('/').at(-1);
    const text = `Gebeld in het voorjaar (${language}).`;
    const response = await fetch(`${product.url}/v1/programmes/${programme}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.tokens.lead}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text, trajectory, occurredOn: '2026-03' }),
    });
    expect(response.status).toBe(201);
    const page = await at('deelname', 1280, language);
    const line = page.locator('.story > li', { hasText: text });
    await line.waitFor();
    expect(await line.locator('.story__day').textContent()).toBe(month);
  });
});

describe('who was at a meeting', () => {
  it('given roles at the table, then they are recorded with who was there, and stand there again', async () => {
    const page = await at('bijeenkomst', phone);
    const first = page.locator('.taps > li', { has: page.locator('.tap--present') }).first();
    const roles = first.getByRole('button', { name: /^In welke rol/ });
    await roles.click();
    const expert = first.getByRole('checkbox', { name: 'deskundige' });
    expect(await expert.isChecked()).toBe(false);
    await expert.check();
    // Enter adds the role; it does not send the form.
    await first.getByLabel('Andere rol').fill('Wijkregisseur');
    await first.getByLabel('Andere rol').press('Enter');
    const own = first.getByRole('checkbox', { name: 'wijkregisseur' });
    // Unticked, it stays with the focus that is on it.
    await own.focus();
    await page.keyboard.press('Space');
    await own.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Space');
    await first.getByLabel('Andere rol').fill('…');
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    await first.getByText('Hier staan geen letters of cijfers.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    // What was typed and not added is recorded too.
    await first.getByLabel('Andere rol').fill('Buurtwerker');
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    await page.getByText(/^Vastgelegd\./).waitFor();
    await openPage(page, pages.get('bijeenkomst') ?? '/');
    expect(await roles.textContent()).toMatch(/deskundige.*wijkregisseur.*buurtwerker/);
  });
});
