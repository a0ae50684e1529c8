import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { type MailServer, startMailServer } from '#reporting/testing/mail-server';
import { Product, type Tokens, temporaryFolder } from '../../test/support/product.ts';
import { barriersOn } from './testing/accessible.ts';
import { openBrowser, openPage, stranger, visit } from './testing/browser.ts';
import { publicTourOf, tourOf } from './testing/tour.ts';

jest.setTimeout(240_000);

let folder: string;
let browser: Browser;
let mails: MailServer;
let url: string;
let tokens: Tokens;
/** The pages of the lead. */
let at: (name: string) => Promise<string>;

beforeAll(async () => {
  folder = await temporaryFolder('taking-part');
  mails = await startMailServer();
  process.env['SAMENSPEL_MAIL_URL'] = mails.url;
  process.env['SAMENSPEL_MAIL_FROM'] = 'Samenspel <noreply@example.org>';
  ({ url, tokens } = await Product.start(join(folder, 'data'), '--example', 'regional-network').ready());
  browser = await openBrowser();
  const tour = await tourOf(url, tokens.lead);
  at = async (name) => tour.find((stop) => stop.name === name)?.address ?? '/';
});

afterAll(async () => {
  await browser?.close();
  await Product.stopAll();
  await mails?.stop();
  await rm(folder, { recursive: true, force: true });
});

const asLead = () => visit(browser, { url, token: tokens.lead, language: 'nl', width: 1280 });
const onPhone = (language: 'nl' | 'en' = 'nl') => stranger(browser, { url, language, width: 360 });

async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

it('a lead opens a form; somebody applies without signing in; the lead sees the application', async () => {
  const lead = await asLead();
  await openPage(lead.page, await at('overzicht'));
  await lead.page.getByRole('button', { name: 'Stel een aanmeldformulier open' }).click();
  await lead.page.getByLabel('Tekst boven het formulier').fill('Voor gemeenten die samen plannen willen maken.');
  await lead.page.getByRole('button', { name: 'Stel open', exact: true }).click();
  const address = await lead.page.getByRole('link', { name: /\/aanmelden\// }).getAttribute('href');
  await expectAccessible(lead.page);

  const { page, misdeeds } = await onPhone();
  await openPage(page, address ?? '');
  expect(await page.getByRole('navigation', { name: 'Menu' }).count()).toBe(0);
  await page.getByText('Voor gemeenten die samen plannen willen maken.').waitFor();
  await page.getByLabel('Uw gemeente of provincie').fill('schiermon');
  await page.getByRole('radio', { name: /Schiermonnikoog/ }).check();
  if ((await page.getByLabel('Voor welk netwerk').count()) > 0) {
    await page.getByLabel('Voor welk netwerk').selectOption({ index: 1 });
  }
  await page.getByLabel('Uw rol').selectOption({ label: 'beleidsmedewerker' });
  await page.getByLabel('Waar gaat het over').selectOption({ index: 1 });
  await page.getByLabel('Het vraagstuk').fill('Hoe betrekken we eilanders eerder?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Uw aanmelding is ontvangen' }).waitFor();
  await page.getByText(/^Schiermonnikoog is aangemeld voor/).waitFor();
  await expectAccessible(page);
  expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });

  await openPage(lead.page, await at('deelnames'));
  await lead.page.getByRole('link', { name: 'Schiermonnikoog' }).first().click();
  await lead.page.getByRole('heading', { level: 1, name: 'Schiermonnikoog' }).waitFor();
  await lead.page.getByText('Hoe betrekken we eilanders eerder?').first().waitFor();
  await lead.page.getByRole('link', { name: 'door een deelnemer' }).first().waitFor();
  await lead.context.close();
});

it('what the form misses is said at its field, in English too', async () => {
  const [apply] = await publicTourOf(url, tokens.lead);
  const { page, context } = await onPhone('en');
  await openPage(page, apply?.address ?? '');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByLabel('Your municipality or province').and(page.locator('[aria-invalid="true"]')).waitFor();
  await page.getByLabel('Your role').and(page.locator('[aria-invalid="true"]')).waitFor();
  await page.getByRole('alert').getByText('Something has to change still. The fields say what.').waitFor();
  expect(await page.getByText('Make a choice.').count()).toBe(2);
  await expectAccessible(page);
  await context.close();
});

/** The example has no next step for this one on the day of the test. */
async function withNextStep(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.json()) as { data: object };
  const sentence = { nl: 'Startbijeenkomst: 12 november 2026', en: 'Opening: 12 November 2026' };
  const next = { code: 'meeting', on: '2026-11-12', about: null, ...sentence };
  await route.fulfill({ response, json: { ...body, data: { ...body.data, next } } });
}

it('a lead mails a link; the participant answers and tells on a phone; the lead sees who, and revokes', async () => {
  await publicTourOf(url, tokens.lead);
  const lead = await asLead();
  const trajectory = await at('deelname');
  await openPage(lead.page, trajectory);
  await lead.page.getByRole('button', { name: 'Geef een deelnemer toegang' }).click();
  await lead.page.getByLabel('Rol', { exact: true }).selectOption({ label: 'gemeentesecretaris' });
  await lead.page.getByRole('button', { name: 'Geef toegang' }).click();
  const given = lead.page.getByRole('listitem').filter({ hasText: 'gemeentesecretaris' });
  await given.getByRole('button', { name: 'Link' }).click();
  expect(await given.getByLabel('Link naar de eigen pagina').inputValue()).toContain(`${url}/deelname#`);
  await given.getByLabel('E-mailadres').fill('secretaris@example.org');
  await expectAccessible(lead.page);
  await given.getByRole('button', { name: 'Mail de link' }).click();
  await given.getByText(/^link gestuurd op /).waitFor();
  expect(mails.received.map(({ to }) => to)).toEqual([['secretaris@example.org']]);

  const source = (mails.received[0]?.source ?? '').replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  const link = /(http:\S+\/deelname#[\w.-]+)/.exec(source)?.[1] ?? '';
  const { page, misdeeds, context } = await onPhone();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  await page.route('**/v1/participation*', withNextStep);
  await openPage(page, link);
  await expectAccessible(page);
  // The sentence says the day itself.
  await page.getByText('Startbijeenkomst: 12 november 2026', { exact: true }).waitFor();
  await page.unroute('**/v1/participation*');
  const poll = page.getByRole('group', { name: /Wanneer kunt u voor een gesprek/ }).first();
  await poll.getByRole('checkbox').nth(1).check();
  await poll.getByRole('button', { name: 'Verstuur: ik kan op 1 datum' }).click();
  await poll.getByText(/uw antwoord is vastgelegd/).waitFor();
  const pledge = page.getByRole('listitem').filter({ hasText: 'Twee ambtenaren een dag per week.' }).first();
  await pledge.getByRole('button', { name: /^Gedaan/ }).click();
  await pledge.getByLabel('Wat leverde het op?').fill('Per 1 september.');
  await pledge.getByRole('button', { name: 'Leg vast' }).click();
  await page.getByText(/Dank u, het is vastgelegd/).waitFor();
  await page.getByText('Nagekomen').first().waitFor();
  await expectAccessible(page);
  const token = link.split('#')[1] ?? 'none';
  expect(asked.filter((each) => each.includes(token))).toEqual([]);
  expect(misdeeds).toEqual({ consoleErrors: [], otherHosts: [] });

  await openPage(lead.page, trajectory);
  const line = lead.page.locator('.story li').filter({ hasText: /datums? mogelijk|data mogelijk/ });
  await line.getByRole('link', { name: 'door een deelnemer' }).click();
  await lead.page.getByRole('heading', { level: 1, name: 'Toegang voor een deelnemer' }).waitFor();
  await openPage(lead.page, trajectory);
  await given.getByRole('button', { name: 'Trek in' }).click();
  await given.getByLabel('Reden').fill('Andere contactpersoon.');
  await given.getByRole('button', { name: 'Trek in' }).last().click();
  await given.getByText(/^ingetrokken op /).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Deze link geldt niet meer' }).waitFor();
  await page.getByText('Deze link is ingetrokken. Vraag de programmaleider om een nieuwe.').waitFor();
  await expectAccessible(page);
  await context.close();
  await lead.context.close();
});
