import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type MailServer, startMailServer } from '#reporting/testing/mail-server';
import { openPage, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

let mails: MailServer;

beforeAll(async () => {
  mails = await startMailServer({ 'vol@example.org': 452 });
  process.env['SAMENSPEL_MAIL_URL'] = mails.url;
  process.env['SAMENSPEL_MAIL_FROM'] = 'Samenspel <noreply@example.org>';
});
// Started with what stands in the environment by then.
const product = exampleProduct('reminders');
afterAll(() => mails?.stop());

async function atCommitments(): Promise<Page> {
  const { page } = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width: 1280,
  });
  const stop = (await tourOf(product.url, product.tokens.lead)).find(({ name }) => name === 'commitment');
  await openPage(page, stop?.address ?? '/');
  return page;
}

it('a lead reminds by mail; the count and the last day stand with the commitment', async () => {
  const page = await atCommitments();
  const first = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: /^Herinner/ }) })
    .first();
  const organisation = await first.getByRole('rowheader').textContent();
  await first.getByRole('link', { name: /^Herinner/ }).click();
  await page.getByRole('heading', { level: 1, name: `Herinner: ${organisation}`, exact: false }).waitFor();
  await page.getByLabel('E-mailadres').fill('griffie@example.org');
  await page.getByLabel('Aan welke rol').selectOption({ label: 'griffier' });
  await page.getByLabel('Tekst').fill('Goedendag,\n\nStaat het besluit al op de agenda?');
  await page.getByRole('button', { name: 'Verstuur en leg vast' }).click();
  await page.getByText(/^Vastgelegd\./).waitFor();
  await page.getByText(/^1 keer herinnerd, laatst op /).waitFor();
  expect(mails.received.map(({ to }) => to)).toEqual([['griffie@example.org']]);
  expect(mails.received[0]?.source).toContain('Staat het besluit al op de agenda?');
  await page.goBack();
  await first.getByText(/^1 keer herinnerd, laatst op /).waitFor();
});

it('a mail that cannot go is said at once, holds up nothing, and its address is kept nowhere', async () => {
  const page = await atCommitments();
  await page
    .getByRole('link', { name: /^Herinner/ })
    .last()
    .click();
  await page.getByLabel('Aan welke rol', { exact: true }).selectOption({ label: 'griffier' });
  await page.getByLabel('E-mailadres').fill('vol@example.org');
  const send = page.getByRole('button', { name: 'Verstuur en leg vast' });
  const kept = () => page.evaluate<string>('JSON.stringify({ ...localStorage })');
  await send.click();
  await page.getByText('De mailserver neemt deze mail nu niet aan', { exact: false }).waitFor();
  expect(await kept()).not.toContain('vol@example.org');
  await page.route('**/reminder-mails', (route) => route.abort());
  await send.click();
  await page.getByText('Er is geen verbinding', { exact: false }).first().waitFor();
  expect(await kept()).not.toContain('vol@example.org');
  expect(mails.received).toHaveLength(1);
});

it('a reminder by phone is only recorded, and a role that is not named is said at its field', async () => {
  const page = await atCommitments();
  await page
    .getByRole('link', { name: /^Herinner/ })
    .last()
    .click();
  await page.getByLabel('Hoe').selectOption({ label: 'per telefoon' });
  expect(await page.getByLabel('E-mailadres').count()).toBe(0);
  await page.getByLabel('Aan welke rol', { exact: true }).selectOption({ label: 'anders, namelijk …' });
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await page.getByText('Vul dit in.').waitFor();
  await page.getByLabel('Aan welke rol, in eigen woorden').fill('Griffier');
  await page.getByText('Deze rol is bekend: griffier.').waitFor();
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await page.getByText(/^Vastgelegd\./).waitFor();
  expect(mails.received).toHaveLength(1);
});
