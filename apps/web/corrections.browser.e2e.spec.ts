import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openFirstKeeper, openPage, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('corrections');
let pages: Map<string, string>;

beforeAll(async () => {
  pages = new Map((await tourOf(product.url, product.tokens.lead)).map(({ name, address }) => [name, address]));
});

async function at(name: string): Promise<Page> {
  const { page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width: 1280,
  });
  await openPage(page, pages.get(name) ?? '/');
  return page;
}

/** The line of the story with these words. */
const lineWith = (page: Page, words: string | RegExp) => page.locator('.story > li').filter({ hasText: words });

describe('what was typed', () => {
  it('given another page and a reload, then the form is offered back as it was, until it is thrown away', async () => {
    const page = await at('deelname');
    await page.getByLabel('Iets anders vastleggen').selectOption({ label: 'Gepauzeerd' });
    await page.getByLabel('Reden', { exact: true }).fill('De gemeente wacht op de begroting.');
    await page.getByLabel('Tot en met').fill('2030-03-01');
    await page.getByRole('link', { name: 'Vandaag', exact: true }).click();
    await openPage(page, pages.get('deelname') ?? '/');
    expect(await page.getByLabel('Reden', { exact: true }).inputValue()).toBe('De gemeente wacht op de begroting.');
    expect(await page.getByLabel('Tot en met').inputValue()).toBe('2030-03-01');
    await page.getByRole('button', { name: 'Gooi concept weg' }).click();
    expect(await page.getByLabel('Reden', { exact: true }).inputValue()).toBe('');
    await openPage(page, pages.get('deelname') ?? '/');
    expect(await page.getByLabel('Reden', { exact: true }).count()).toBe(0);
  });
});

describe('putting right', () => {
  it('given a contact moment with a wrong day and way, then the correction shows what it was and became', async () => {
    const page = await at('deelname');
    await page.getByRole('button', { name: 'Contactmoment' }).click();
    await page.getByLabel('Wanneer').fill('2026-05-04');
    await page.getByLabel('Wat is er besproken?').fill('De planning.');
    await page.getByRole('button', { name: 'Leg contactmoment vast' }).click();
    await page.getByText('Vastgelegd.').waitFor();
    const line = lineWith(page, 'De planning.').first();
    await line.getByRole('button', { name: 'Corrigeren' }).click();
    expect(await line.getByLabel('Samenvatting').inputValue()).toBe('De planning.');
    await line.getByLabel('Hoe').selectOption('visit');
    await line.getByLabel('Wanneer').fill('2026-05-05');
    // Without a reason it is refused, and nothing is lost.
    await line.getByRole('button', { name: 'Leg correctie vast' }).click();
    await line.locator('[aria-invalid="true"]').waitFor();
    await line.getByLabel('Reden van de correctie').fill('Verkeerde dag ingevuld.');
    await line.getByRole('button', { name: 'Leg correctie vast' }).click();
    const correction = lineWith(page, 'Reden: Verkeerde dag ingevuld.');
    await correction.waitFor();
    const changed = await correction.locator('.changed').textContent();
    expect(changed).toMatch(/Wanneer[\s\S]*4 mei 2026[\s\S]*5 mei 2026/);
    expect(changed).toMatch(/telefonisch[\s\S]*bezoek/);
    expect(await correction.textContent()).toContain('Reden: Verkeerde dag ingevuld.');
  });

  it('given what did not happen, then retracting it needs a reason, and the line can be put right no more', async () => {
    const page = await at('deelname');
    const line = lineWith(page, 'Reden: Verkeerde dag ingevuld.');
    await line.getByRole('button', { name: 'Intrekken' }).click();
    await line.getByLabel('Reden van het intrekken').fill('Het gesprek ging niet door.');
    await line.getByRole('button', { name: 'Trek dit feit in' }).click();
    const retraction = lineWith(page, 'Reden: Het gesprek ging niet door.');
    await retraction.waitFor();
    expect(await retraction.getByRole('button').count()).toBe(0);
    expect(await line.getByRole('button', { name: 'Intrekken' }).count()).toBe(0);
    // Only what was put right: the correction and its retraction, and what the correction was of is still told.
    const all = await page.locator('.story > li').count();
    const putRight = page.getByLabel('Alleen correcties en intrekkingen');
    await putRight.click();
    await page.getByText(`van ${all}`).waitFor();
    expect(await putRight.isChecked()).toBe(true);
    expect(await page.locator('.story > li').count()).toBeLessThan(all);
    expect(await lineWith(page, 'Reden: Het gesprek ging niet door.').count()).toBe(1);
    expect(await line.locator('.changed').count()).toBe(1);
    expect(await lineWith(page, /vastgelegd op .*Programmaleider, via de pagina’s/).count()).toBeGreaterThan(0);
    await putRight.click();
    await page.getByText(`van ${all}`).waitFor({ state: 'detached' });
    expect(await putRight.isChecked()).toBe(false);
    expect(await page.locator('.story > li').count()).toBe(all);
  });

  it('given what was put right, then the audit and the comparison say why, and what it was is marked', async () => {
    const page = await at('deelname');
    await lineWith(page, /Gecorrigeerd op .* \(nr \d+\)/)
      .first()
      .waitFor();
    await openPage(page, pages.get('audit') ?? '/');
    await page.getByLabel('Alleen correcties en intrekkingen').click();
    await page.getByText(/^\d+ regels? van \d+$/).waitFor();
    const steps = page.locator('.rows > li');
    const correction = steps.filter({ hasText: 'Reden: Verkeerde dag ingevuld.' });
    expect(await correction.locator('.changed').textContent()).toMatch(/4 mei 2026[\s\S]*5 mei 2026/);
    expect(await correction.textContent()).toMatch(/om \d\d:\d\d uur[\s\S]*Ingetrokken op[\s\S]*via de pagina’s/);
    expect(await steps.filter({ hasText: 'Reden: Het gesprek ging niet door.' }).count()).toBe(1);
    expect(page.url()).toContain('hersteld=ja');
    const compared = pages.get('vergelijken')?.replace(/\?.*/, '?van=2026-02-01&tot=2026-03-10&waarom=correction');
    await openPage(page, compared ?? '/');
    await page.getByText('Reden: Emmen had zich afgemeld; het bericht was blijven liggen.').waitFor();
  });

  it.each([
    ['bijeenkomst', 'meeting'],
    ['dossierstuk', 'item'],
  ])('given the story of a %s, then its last fact can be corrected, with what it was and became', async (name) => {
    const page = await at(name);
    const line = page
      .locator('.story > li')
      .filter({ has: page.getByRole('button', { name: 'Corrigeren' }) })
      .first();
    await line.getByRole('button', { name: 'Corrigeren' }).click();
    const day = line.getByLabel('Wanneer').last();
    await day.fill('2026-01-20');
    await line.getByLabel('Reden van de correctie').fill('Een dag te laat ingevuld.');
    await line.getByRole('button', { name: 'Leg correctie vast' }).click();
    await lineWith(page, 'Reden: Een dag te laat ingevuld.').first().locator('.changed').waitFor();
  });

  it('given a pledge, then its own story can be put right at its row', async () => {
    const page = await at('toezeggingen');
    await openFirstKeeper(page);
    await page
      .getByRole('button', { name: /^Verhaal/ })
      .first()
      .click();
    const story = page.locator('.row__form .story').first();
    const line = story.locator('li').first();
    await line.getByRole('button', { name: 'Corrigeren' }).click();
    await line.getByLabel('Reden van de correctie').fill('De datum stond verkeerd.');
    await line.getByLabel('Wanneer').last().fill('2026-02-02');
    await line.getByRole('button', { name: 'Leg correctie vast' }).click();
    await story.getByText('Reden: De datum stond verkeerd.').waitFor();
  });
});
