import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openNote, openPage, visit } from './testing/browser.ts';
import { exampleProduct, told } from './testing/running-product.ts';
import { todayAt } from './testing/tour.ts';

const product = exampleProduct('long-words');
const widths = [1280, 360] as const;
const long = (letters: number) => 'a'.repeat(letters);
let programme: string;
let trajectory: string;
let opened: BrowserContext | undefined;

interface Ids {
  readonly items: readonly { readonly programme: string; readonly trajectory: string }[];
}

/** Records what people wrote without a space, or with an address as long as a line. */
beforeAll(async () => {
  programme = (await told<Ids>(product, '/v1/programmes')).items[0]?.programme ?? '';
  trajectory = (await told<Ids>(product, `/v1/programmes/${programme}/progress`)).items[0]?.trajectory ?? '';
  const occurredOn = await todayAt(product.url, product.tokens.lead);
  const about = { occurredOn, trajectory };
  await tell('notes', {
    ...about,
    text: `Eerste alinea.\n\nTweede alinea, https://example.nl/${long(300)} ${long(2000)}`,
  });
  await tell('actions-agreed', { ...about, role: 'contact', due: occurredOn, what: long(300) });
  await tell('decisions', { ...about, body: 'steering-group', title: long(180), what: long(300), due: occurredOn });
  const indicators = [{ key: 'hours', label: long(180), unit: 'hours', target: 3 }];
  await tell('outcomes-intended', { ...about, title: long(180), side: 'resident', indicators });
});
afterEach(async () => opened?.close());

async function tell(path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${product.tokens.lead}`, 'content-type': 'application/json' };
  const address = `${product.url}/v1/programmes/${programme}/${path}`;
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

async function leadAt(address: string, width: number): Promise<Page> {
  const { url, tokens } = product;
  const { context, page } = await visit(product.browser, { url, token: tokens.lead, language: 'nl', width });
  opened = context;
  await openPage(page, `/programmas/${programme}/${address}`);
  return page;
}

/** How the first of these elements is drawn. */
const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);
const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

describe('what people wrote without a space', () => {
  it.each(widths)('given %d px, then no page that shows it scrolls sideways', async (width) => {
    for (const address of [
      'vandaag',
      `deelnames/${trajectory}`,
      `audit?deelname=${trajectory}`,
      'dossier',
      'kennis?deel=uitkomsten',
      'rapportages/management',
    ]) {
      const page = await leadAt(address, width);
      expect([address, await widthOf(page)]).toEqual([address, width]);
      await opened?.close();
    }
  });

  it.each(widths)('given %d px and the lead’s own words in the note, then it does not either', async (width) => {
    const page = await leadAt('stuurgroepnotitie?van=2026-03-01&tot=2026-06-01', width);
    await page.getByLabel('Inleiding').fill(long(300));
    await page.locator('.note').getByText(long(300)).waitFor();
    expect(await widthOf(page)).toBe(width);
  });

  it('given paragraphs in a note, then they stay in the story', async () => {
    const page = await leadAt(`deelnames/${trajectory}`, 1280);
    await page.locator('.story blockquote', { hasText: 'Eerste alinea.' }).waitFor();
    expect(await styleOf(page, '.story blockquote', 'whiteSpace')).toBe('pre-line');
  });
});

describe('the form of a note', () => {
  it('given that nothing was typed, then the text stays as wide as it was', async () => {
    const page = await leadAt('vandaag', 1280);
    const text = await openNote(page);
    const before = await text.boundingBox();
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    expect((await text.boundingBox())?.width).toBe(before?.width);
  });
});

describe('what stands on a phone', () => {
  it('then the caption of a table is as wide as the table', async () => {
    const page = await leadAt('rapportages/management', 360);
    const [caption, table] = await page
      .locator('.table--figures')
      .first()
      .evaluate((found) => [found.querySelector('caption')?.clientWidth, found.clientWidth]);
    expect(caption).toBe(table);
  });
});

describe('a button', () => {
  it('then it has a shape, also while it cannot be pressed', async () => {
    const page = await leadAt('rapportages/management', 1280);
    expect(await styleOf(page, '.choices .utrecht-button', 'borderWidth')).toBe('1px');
    const { networks } = await told<{ networks: { network: string }[] }>(product, `/v1/programmes/${programme}`);
    await openPage(page, `/programmas/${programme}/groepen/${networks[0]?.network}`);
    expect(await styleOf(page, '.utrecht-button:disabled', 'backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
  });
});
