import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { arriveAt, openFirstKeeper, openPage, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';
import { textInZip } from './testing/unzip.ts';

const product = exampleProduct('clicks');
let opening: string;

beforeAll(async () => {
  opening = (await tourOf(product.url, product.tokens.lead))[0]?.address ?? '/';
  const [, , programme] = opening.split('/');
  await plan(`/v1/programmes/${programme}/meetings`);
});

const planned = 'Terugkomdag';

/** A meeting of which nothing is on record yet. */
async function plan(path: string): Promise<void> {
  const meeting = { kind: 'session', title: planned, date: '2026-09-10', status: 'agreed', occurredOn: '2026-09-01' };
  const headers = { authorization: `Bearer ${product.tokens.lead}`, 'content-type': 'application/json' };
  const response = await fetch(`${product.url}${path}`, { method: 'POST', headers, body: JSON.stringify(meeting) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}

/** A lead on the opening page, and a click that is counted. */
async function atOpening(): Promise<{ page: Page; click: (on: Locator) => Promise<void>; clicks: () => number }> {
  const { page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width: 1280,
  });
  await openPage(page, opening);
  let count = 0;
  const click = async (on: Locator) => {
    count += 1;
    await on.click();
  };
  return { page, click, clicks: () => count };
}

describe('within three clicks from the opening page', () => {
  it('one finds which council commitments are late', async () => {
    const { page, click, clicks } = await atOpening();
    await click(page.getByRole('link', { name: 'Commitment', exact: true }));
    await click(page.getByLabel('Alleen te laat'));
    await page.getByLabel('Laag').selectOption({ label: 'Raad' });
    await page.getByText(/^\d+ commitments?$/).waitFor();
    // Choosing the layer is the third.
    expect(clicks() + 1).toBeLessThanOrEqual(3);
  });

  it('one records who was at a meeting', async () => {
    const { page, click, clicks } = await atOpening();
    await click(page.getByRole('link', { name: 'Bijeenkomsten', exact: true }));
    await arriveAt(page, 'Bijeenkomsten');
    await click(page.getByRole('link', { name: planned }));
    await click(page.getByRole('button', { name: 'Leg aanwezigheid vast' }));
    await page.getByText(/^Vastgelegd\./).waitFor();
    expect(clicks()).toBeLessThanOrEqual(3);
  });

  it('one sees what the programme looked like on 1 June', async () => {
    const { page, click, clicks } = await atOpening();
    await page.getByLabel('Zoals bekend op').fill('2026-06-01');
    await click(page.getByRole('button', { name: 'Toon', exact: true }));
    await page.getByText('U ziet wat bekend was op 1 jun 2026.').waitFor();
    expect(clicks()).toBeLessThanOrEqual(3);
  });
});

describe('recording', () => {
  it('given a pledge that is postponed, then its first day stays in sight and it can be taken back', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Toezeggingen', exact: true }).click();
    await arriveAt(page, 'Toezeggingen');
    await openFirstKeeper(page);
    await page.getByRole('button', { name: 'Verschoven' }).first().click();
    await page.getByLabel('Nieuwe datum').fill('2030-01-15');
    await page.getByLabel('Reden').fill('De agenda was vol.');
    await page.getByRole('button', { name: 'Leg vast: verschoven' }).click();
    await page.getByText('uiterlijk 15 jan 2030').waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('uiterlijk 15 jan 2030').waitFor({ state: 'detached' });
  });

  it('given a risk for the dossier, then what is missing stands with its field, and then it is there', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Dossier', exact: true }).click();
    await page.getByRole('link', { name: 'Nieuw in het dossier' }).click();
    await arriveAt(page, 'Nieuw in het dossier');
    await page.getByLabel('Soort').selectOption('risk');
    await page.getByRole('button', { name: /^Leg vast: / }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel('Titel', { exact: true }).fill('Weinig tijd in het najaar');
    await page.getByLabel('Wat', { exact: true }).fill('De begroting gaat voor.');
    await page.getByRole('button', { name: /^Leg vast: / }).click();
    await page.getByRole('link', { name: 'Bekijk wat u vastlegde' }).click();
    await page.getByRole('heading', { level: 1, name: 'Weinig tijd in het najaar' }).waitFor();
  });

  it('given a group that is composed by keyboard, then it can be recomposed and frozen, each with a reason', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Groepen', exact: true }).click();
    await page.getByRole('link', { name: /^Stel groepen samen/ }).click();
    await page.getByLabel('Ook wie al in een groep zit die vaststaat').check();
    await page.getByRole('button', { name: 'Neem het voorstel over' }).click();
    const group = page.getByRole('region', { name: 'Leergroep 2' });
    await group.getByLabel('Reden').fill('Zij delen een vraagstuk.');
    await group.getByRole('button', { name: 'Maak deze groep' }).click();
    await group.getByText('Kan nog veranderen').waitFor();
    await group.getByRole('combobox').first().selectOption({ label: 'In geen groep' });
    expect(await page.locator('.board__column--outside select:focus').count()).toBe(1);
    await group.getByLabel('Reden').fill('Een ging weg.');
    await group.getByRole('button', { name: 'Leg nieuwe samenstelling vast' }).click();
    await group.getByRole('button', { name: 'Zet vast: Leergroep 2' }).click();
    await group.getByLabel('Reden').fill('Zo blijft het.');
    await group.getByRole('button', { name: 'Zet deze groep vast' }).click();
    await group.getByText('Staat vast').waitFor();
    expect(await group.getByRole('combobox').count()).toBe(0);
  });

  it('given a fixed time for a report, then it stands in the list and can be ended', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Rapportages', exact: true }).click();
    await page.getByLabel('Hoe vaak').selectOption({ label: 'Elke week' });
    await page.getByLabel('Op welke dag').selectOption({ label: 'woensdag' });
    await page.getByLabel('Hoe laat').fill('laat');
    await page.getByRole('button', { name: 'Leg vast moment vast' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel('Hoe laat').fill('07:30');
    await page.getByRole('button', { name: 'Leg vast moment vast' }).click();
    const rhythm = 'Elke week op woensdag om 07:30';
    await page.getByText(rhythm, { exact: true }).waitFor();
    const end = page.getByRole('button', { name: `Beëindig: ${rhythm}` });
    await end.click();
    await page.getByRole('button', { name: 'Nee, laat staan' }).click();
    // What was pressed is gone; the focus is not.
    await end.and(page.locator(':focus')).waitFor();
    await end.click();
    await page.getByRole('button', { name: 'Ja, beëindig' }).click();
    await page.getByText(rhythm, { exact: true }).waitFor({ state: 'detached' });
    await page.locator('main div:focus').waitFor();
  });

  it('given the management report, then its file is what the API gives', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Rapportages', exact: true }).click();
    await page.getByRole('link', { name: 'Bekijk de rapportage' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download als CSV' }).click();
    const csv = await readFile(await (await file).path(), 'utf8');
    expect(csv).toMatch(/^\uFEFFonderdeel;onderwerp;maat;waarde\r\n/);
  });

  it('given a file with mistakes, then each stands with its line; given one that is right, then it is taken in', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Importeren', exact: true }).click();
    const choose = (...lines: string[]) =>
      page.getByLabel('Kies een CSV-bestand').setInputFiles({
        name: 'aanmeldingen.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['gemeentecode;netwerk;aangemeld_op;contactrol', ...lines].join('\r\n')),
      });
    await choose('9999;Regionaal netwerk Noord;gisteren;policy-officer');
    await page.getByRole('rowheader', { name: 'Regel 2' }).first().waitFor();
    expect(await page.getByRole('rowheader', { name: 'Regel 2' }).count()).toBe(2);
    // The same file, put right: the browser has to forget the first, or tells of no change.
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Kies een CSV-bestand').click();
    await chooser;
    expect(await page.getByLabel('Kies een CSV-bestand').inputValue()).toBe('');
    await choose('0109;Regionaal netwerk Noord;2026-01-12;policy-officer');
    await page.getByRole('button', { name: 'Neem 1 aanmelding over' }).click();
    await page.getByText(/^0 vastgelegd, 1 waren er al/).waitFor();
  });

  it('given the lead’s own words, then they stand in the note and in its Word document', async () => {
    const { page } = await atOpening();
    await page.getByRole('link', { name: 'Stuurgroepnotitie', exact: true }).click();
    await page.getByLabel('Inleiding').fill('Drie raden besluiten nog.');
    await page.locator('.note').getByText('Drie raden besluiten nog.').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download als Word' }).click();
    const text = textInZip(await readFile(await (await file).path()), 'word/document.xml');
    expect(text).toContain('Drie raden besluiten nog.');
    expect(text).toContain('Cijfers naast elkaar');
  });
});
