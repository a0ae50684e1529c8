import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn } from './testing/accessible.ts';
import { type Language, openPage, settled, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('behind');
let pages: Map<string, string>;

beforeAll(async () => {
  pages = new Map((await tourOf(product.url, product.tokens.lead)).map(({ name, address }) => [name, address]));
});

const rows = [{ view: 'progress', key: '1', since: 7 }];
const stale = { count: 2, firstAt: '2026-05-04T10:00:00.000Z', rows };

interface Answer {
  readonly basis?: Readonly<Record<string, unknown>>;
}

/** The answers at these addresses say that rows were parked; everything else in them is as it is. */
async function parked(page: Page, addresses: string | RegExp): Promise<void> {
  await page.route(addresses, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Answer;
    await route.fulfill({ response, json: { ...answer, basis: { ...answer.basis, stale } } });
  });
}

async function signedIn(role: 'lead' | 'admin', language: Language = 'nl'): Promise<Page> {
  const { page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens[role],
    language,
    width: 1280,
  });
  return page;
}

const notice = (page: Page) => page.getByText(/Sommige cijfers op deze pagina zijn niet bij/);

describe('given rows that an event broke', () => {
  it('then a lead reads once, on a page of many parts, how many and since when, and who can see more', async () => {
    const page = await signedIn('lead');
    await parked(page, '**/v1/programmes/*/**');
    await openPage(page, pages.get('vandaag') ?? '/');
    await notice(page).waitFor();
    expect(await notice(page).count()).toBe(1);
    expect(await notice(page).textContent()).toMatch(/2 rijen, sinds 4 mei 2026\.$/);
    const told = page.getByRole('status').filter({ has: notice(page) });
    expect(await told.getByText('De beheerder ziet onder Beheer wat er niet verwerkt is.').count()).toBe(1);
    expect(await told.getByRole('link').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('then an admin goes from there, in English, to what was parked', async () => {
    const page = await signedIn('admin', 'en');
    await parked(page, '**/v1/programmes/*/progress?*');
    await openPage(page, pages.get('deelnames') ?? '/');
    await page.getByText(/This concerns 2 rows, since 4 May 2026\./).waitFor();
    await page.getByRole('link', { name: 'See under Administration what was not processed' }).click();
    await page.getByRole('heading', { name: 'Parked rows' }).waitFor();
    await settled(page);
    expect(await page.getByText('Some figures on this page are not up to date').count()).toBe(0);
  });

  it('then the management report says so in its stamp too, which is printed', async () => {
    const page = await signedIn('lead');
    await parked(page, '**/reports/management*');
    await openPage(page, pages.get('rapportage') ?? '/');
    await page.emulateMedia({ media: 'print' });
    const stamp = page.getByText(/Stand van .* 2 rijen niet bij, omdat een gebeurtenis niet verwerkt kon worden\.$/);
    expect(await stamp.isVisible()).toBe(true);
    expect(await notice(page).isVisible()).toBe(true);
  });

  it('when they are of another programme, then the page of this one says nothing', async () => {
    const page = await signedIn('lead');
    await parked(page, /\/v1\/programmes(\?|$)/);
    await openPage(page, pages.get('vandaag') ?? '/');
    expect(await notice(page).count()).toBe(0);
    await openPage(page, pages.get('kiezen') ?? '/');
    await notice(page).waitFor();
  });
});

describe('given nothing that is parked', () => {
  it('then no page speaks of it', async () => {
    const page = await signedIn('admin');
    for (const name of ['vandaag', 'deelnames', 'rapportage', 'kiezen']) {
      await openPage(page, pages.get(name) ?? '/');
      expect(await notice(page).count()).toBe(0);
      expect(await page.getByText('niet bij').count()).toBe(0);
    }
  });
});
