import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openPage, stranger, visit } from './testing/browser.ts';
import { exampleProduct, told } from './testing/running-product.ts';

const product = exampleProduct('dead-ends');
const nobody = '0197aaaa-0000-7000-8000-000000000001';
let programme: string;
let opened: BrowserContext | undefined;

interface Programmes {
  readonly items: readonly { readonly programme: string }[];
}

beforeAll(async () => {
  const { items } = await told<Programmes>(product, '/v1/programmes');
  programme = items[0]?.programme ?? '';
});
afterEach(async () => opened?.close());

const at = (page: string) => `/programmas/${programme}${page}`;
const titleOn = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

async function asLead(width = 1280): Promise<Page> {
  const { context, page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width,
  });
  opened = context;
  return page;
}

/** A page of the lead at that address. */
async function leadAt(address: string, width?: number): Promise<Page> {
  const page = await asLead(width);
  await openPage(page, address);
  return page;
}

describe('an address that leads nowhere', () => {
  it('given that of a programme itself, then its first page is there, on the same day', async () => {
    const page = await leadAt(at('?bekend=2026-06-01'));
    expect(await titleOn(page)).toBe('Vandaag');
    expect(page.url()).toBe(`${product.url}${at('/vandaag?bekend=2026-06-01')}`);
  });

  it('given a slash at its end, then the page is there without it', async () => {
    const page = await leadAt(at('/toezeggingen/?toon=all'));
    expect(await titleOn(page)).toBe('Toezeggingen');
    expect(page.url()).toBe(`${product.url}${at('/toezeggingen?toon=all')}`);
  });

  it.each([
    ['deelnames', 'Naar Deelnames'],
    ['bijeenkomsten', 'Naar Bijeenkomsten'],
    ['dossier', 'Naar Dossier'],
    ['groepen', 'Naar Groepen'],
  ])('given one of %s that is not there, then a heading says so, with the way back', async (list, back) => {
    const page = await leadAt(at(`/${list}/${nobody}`));
    expect([await titleOn(page), await page.title()]).toEqual(['Niet gevonden', 'Niet gevonden · Samenspel']);
    await page.getByRole('link', { name: back }).click();
    await page.waitForURL(`**${at(`/${list}`)}`);
  });

  it('given a programme that is not there, then the page says so once, and nothing waits', async () => {
    const page = await leadAt(`/programmas/${nobody}/overzicht`);
    await page.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor();
    expect(await page.locator('.skeleton').count()).toBe(0);
    await page.getByRole('link', { name: 'Kies een programma' }).waitFor();
  });
});

describe('an answer that one does not get', () => {
  const refused = { status: 403, contentType: 'application/problem+json', json: { status: 403, title: 'Nee' } };

  it('given standings that one may not see, then Vandaag says so under its heading', async () => {
    const page = await asLead();
    await page.route('**/v1/programmes/*/progress?*', (route) => route.fulfill(refused));
    await openPage(page, at('/vandaag'));
    expect(await titleOn(page)).toBe('Vandaag');
    await page.getByText('Uw rol mag dit niet inzien').waitFor();
  });

  it('given reminders that are not told, then the page says so, and nothing waits', async () => {
    const page = await asLead();
    await page.route('**/v1/programmes/*/dossier?*', (route) => route.fulfill(refused));
    await openPage(page, at('/herinneren?over=commitment:x/council&naam=Raadsbesluit'));
    await page.getByText('Uw rol mag dit niet inzien').waitFor();
    expect(await page.locator('.skeleton').count()).toBe(0);
  });

  it('given no matter to remind of, then a heading says so, with the way back', async () => {
    const page = await leadAt(at('/herinneren'));
    expect(await titleOn(page)).toBe('Niet gevonden');
    await page.getByRole('link', { name: 'Naar Vandaag' }).click();
    await page.waitForURL(`**${at('/vandaag')}`);
  });
});

describe('a day before the programme', () => {
  it.each(['vandaag', 'overzicht', 'rapportages/management', 'stuurgroepnotitie'])(
    'then %s says that nothing was known, and leads back to now',
    async (name) => {
      const page = await leadAt(at(`/${name}?bekend=2025-03-25`));
      await page.getByRole('heading', { level: 1, name: 'Nog niet bekend op 25 mrt 2025' }).waitFor();
      expect(await page.locator('.skeleton').count()).toBe(0);
      await page.getByRole('button', { name: 'Terug naar nu' }).click();
      await page.waitForURL(`**${at(`/${name}`)}`);
    },
  );

  it('given a day that is still to come, then the page says that it cannot be shown', async () => {
    const page = await leadAt(at('/vandaag'));
    await page.getByLabel('Zoals bekend op').fill('2999-01-01');
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByText('Kies vandaag of een eerdere dag').waitFor();
    expect(page.url()).toBe(`${product.url}${at('/vandaag')}`);
  });
});

describe('a day of the past', () => {
  it('given two days beside each other, then the name of an organisation leads to its page as of that day', async () => {
    const page = await leadAt(at('/vergelijken?van=2026-03-01&tot=2026-06-01&bekend=2026-06-01'));
    await page.locator('main .rows--wide').getByRole('link').first().click();
    await page.waitForURL(/\/deelnames\/[^/?]+\?bekend=2026-06-01$/);
  });
});

describe('a token that is refused', () => {
  it('then the page says that one has to sign in again, and afterwards it is there', async () => {
    const { context, page } = await stranger(product.browser, { url: product.url, language: 'nl', width: 1280 });
    opened = context;
    const { lead } = product.tokens;
    await context.addInitScript(`sessionStorage.setItem('samenspel.token', '${lead.slice(0, -4)}AAAA');`);
    await page.goto(at('/deelnames'));
    await page.getByText('Uw token is niet meer geldig.').waitFor();
    await page.getByLabel('Token').fill(lead);
    await page.getByRole('button', { name: 'Meld aan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Deelnames' }).waitFor();
  });
});

describe('tabs', () => {
  it.each([
    ['/vergelijken?waarom=correction', 'Verbetering'],
    ['/kennis?deel=uitkomsten', 'Uitkomsten'],
  ])('given %s, then one of them is chosen', async (address, name) => {
    const page = await leadAt(at(address));
    expect(await page.locator('.tabs [aria-current="page"]').allTextContents()).toEqual([name]);
  });
});

describe('the picture of the course', () => {
  it('then the name of an organisation leads to its page', async () => {
    const page = await leadAt(at('/overzicht'));
    await page.locator('.lanes').getByRole('link', { name: 'Assen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Assen' }).waitFor();
  });
});
