import { beforeAll, describe, expect, it } from '@jest/globals';
import { openPage, visit } from './testing/browser.ts';
import { exampleProduct } from './testing/running-product.ts';
import { tourOf } from './testing/tour.ts';

const product = exampleProduct('offline');
let pages: Map<string, string>;

beforeAll(async () => {
  pages = new Map((await tourOf(product.url, product.tokens.lead)).map(({ name, address }) => [name, address]));
});

const addressOf = (name: string) => pages.get(name) ?? '/';

/** How many events of that type the story of the meeting has. */
async function recordedOf(type: string): Promise<number> {
  const meeting = addressOf('bijeenkomst').split('/').at(-1);
  const response = await fetch(`${product.url}/v1/stories/meeting/${meeting}?limit=500`, {
    headers: { authorization: `Bearer ${product.tokens.lead}` },
  });
  const { data } = (await response.json()) as { data: { items: { type: string }[] } };
  return data.items.filter((line) => line.type.startsWith(type)).length;
}

/** A lead with a phone at the last meeting. */
async function atMeeting() {
  const visitor = await visit(product.browser, {
    url: product.url,
    token: product.tokens.lead,
    language: 'nl',
    width: 360,
  });
  await openPage(visitor.page, addressOf('bijeenkomst'));
  return visitor;
}

/** The same, who moved it without a connection, on a day that the API refuses. */
async function atUnsentMove() {
  const { context, page } = await atMeeting();
  await page.getByRole('button', { name: 'Verzet' }).click();
  await page.getByLabel('Nieuwe datum').fill('2030-01-15');
  await page.getByLabel('Wanneer').last().fill('1990-01-01');
  await page.getByLabel('Reden').fill('De zaal was bezet.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Leg vast: verzet' }).click();
  await page.getByText('1 vastlegging staat op dit apparaat').waitFor();
  return { context, page };
}

describe('recording on bad Wi-Fi', () => {
  it('given no connection, then attendance and an action wait, also after a reload, and then stand once in the API', async () => {
    const before = await recordedOf('meeting.attendance-recorded');
    const { context, page } = await atMeeting();
    await context.setOffline(true);
    const tap = page.locator('.tap').first();
    await tap.click();
    const answer = await tap.locator('.tap__answer').textContent();
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    await page.getByText('1 vastlegging staat op dit apparaat').waitFor();
    // Pressing again out of impatience is not another fact.
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    await page.getByRole('button', { name: 'Actie afgesproken' }).click();
    await page.getByLabel('Wat', { exact: true }).fill('De agenda rondsturen.');
    await page.getByLabel('Uiterlijk op').fill('2030-01-15');
    await page.getByRole('button', { name: 'Leg vast: actie afgesproken' }).click();
    await page.getByText('2 vastleggingen staan op dit apparaat').waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);

    // The API is reached by nobody, but the page itself loads: what waits is still there, and in sight.
    await context.route('**/v1/**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await context.setOffline(false);
    await openPage(page, addressOf('bijeenkomst'));
    await page.getByText('2 vastleggingen staan op dit apparaat').waitFor();
    expect(await page.locator('.tap').first().locator('.tap__answer').textContent()).toBe(answer);

    await context.unroute('**/v1/**');
    await page.getByRole('button', { name: 'Verstuur nu' }).click();
    await page.getByText('Alsnog vastgelegd (2)').waitFor();
    expect(await recordedOf('meeting.attendance-recorded')).toBe(before + 1);
    expect(await recordedOf('action.agreed')).toBe(1);
    await page.getByRole('button', { name: 'Gezien' }).click();
    await page.getByText('Alsnog vastgelegd').waitFor({ state: 'detached' });
    await context.close();
  });

  it('given an answer that is lost on the way back, then it is recorded once', async () => {
    const before = await recordedOf('meeting.attendance-recorded');
    const { context, page } = await atMeeting();
    let isLost = false;
    await context.route('**/attendance', async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
    await page.locator('.tap').nth(1).click();
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    // It tries again by itself.
    await page.getByText('Alsnog vastgelegd (1)').waitFor();
    expect(await recordedOf('meeting.attendance-recorded')).toBe(before + 1);
    await context.close();
  });

  it('given a refusal afterwards, then its words are shown, and repairing brings back what was typed', async () => {
    const { context, page } = await atUnsentMove();
    await context.setOffline(false);
    await page.getByText('Niet vastgelegd: Leg vast: verzet').waitFor();
    await page.getByRole('button', { name: 'Herstel' }).click();
    await page.getByLabel('Reden').waitFor();
    expect(await page.getByLabel('Reden').inputValue()).toBe('De zaal was bezet.');
    expect(await page.getByText('Niet vastgelegd').count()).toBe(0);
    await page.getByRole('button', { name: 'Gooi concept weg' }).click();
    await context.close();
  });

  it('given a refusal afterwards and another draft in that form, then repairing leaves both, and says so', async () => {
    const { context, page } = await atUnsentMove();
    await page.getByLabel('Reden').fill('De spreker is ziek.');
    await context.setOffline(false);
    await page.getByText('Niet vastgelegd: Leg vast: verzet').waitFor();
    await page.getByRole('button', { name: 'Herstel' }).click();
    await page.getByText('staat inmiddels iets anders').waitFor();
    expect(await page.getByLabel('Reden').inputValue()).toBe('De spreker is ziek.');

    await page.getByRole('button', { name: 'Gooi concept weg' }).click();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Herstel' }).click()]);
    await page.getByLabel('Reden').waitFor();
    expect(await page.getByLabel('Reden').inputValue()).toBe('De zaal was bezet.');
    expect(await page.getByText('Niet vastgelegd').count()).toBe(0);
    await page.getByRole('button', { name: 'Gooi concept weg' }).click();
    await context.close();
  });

  it('given something that waits, then signing out says so first, and it is sent after signing in again', async () => {
    const { context, page } = await atMeeting();
    await context.setOffline(true);
    await page.locator('.tap').nth(2).click();
    await page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
    await page.getByText('1 vastlegging staat op dit apparaat').waitFor();
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByText('1 vastlegging is nog niet verstuurd').waitFor();
    await page.getByRole('button', { name: 'Meld toch af' }).click();
    await page.getByText('1 vastlegging wacht op dit apparaat').waitFor();
    await context.setOffline(false);
    await page.getByLabel('Token').fill(product.tokens.lead);
    await page.getByRole('button', { name: 'Meld aan' }).click();
    await page.getByText('Alsnog vastgelegd (1)').waitFor();
    await context.close();
  });
});
