import { expect, it } from '@jest/globals';
import type { Commitment, Meeting, Pledge } from './data/answers/follow.ts';
import type { ProgrammeItem, Region } from './data/answers/programme.ts';
import type { Standing } from './data/answers/progress.ts';
import type { SupportRequest } from './data/answers/support.ts';
import { visit } from './testing/browser.ts';
import { anyChoice, Recorder } from './testing/recorder.ts';
import { emptyProduct, told } from './testing/running-product.ts';

const product = emptyProduct('whole-course');
const placed = 'Coevorden';
const waiting = 'Emmen';
/** A day from now, as it is in the Netherlands. */
const dayAfter = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
const today = dayAfter(0);
const nextMonth = dayAfter(30);

async function setUp(lead: Recorder, name: string): Promise<void> {
  await lead.open('Nieuw programma inrichten');
  await lead.fillIn({ Naam: name });
  // What is missing is said with its field, and nothing is lost.
  await lead.send('Programma ingericht');
  await lead.page.locator('[aria-invalid="true"]').first().waitFor();
  await lead.lookAround();
  expect(await lead.page.getByLabel('Naam').inputValue()).toBe(name);
  await lead.nameOrganisation('Opdrachtgever', 'Drenthe');
  await lead.send('Programma ingericht');
  await lead.arriveAt(name);
  await lead.record('Netwerk geopend', {
    Naam: 'Netwerk Zuidoost',
    Regio: 'Zuidoost-Drenthe',
    'Minimum aantal plaatsen': '1',
    'Beoogd aantal plaatsen': '1',
    'Maximum aantal plaatsen': '1',
  });
}

async function apply(lead: Recorder): Promise<void> {
  for (const name of [waiting, placed]) {
    await lead.open('Aanmelding ontvangen');
    await lead.nameOrganisation('Organisatie', name);
    await lead.lookAround();
    await lead.send('Aanmelding ontvangen');
    await lead.page.getByRole('link', { name: 'Bekijk de deelname' }).waitFor();
    await lead.page
      .getByRole('list', { name: /^Plaatsen en wachtlijst/ })
      .getByRole('link', { name })
      .waitFor();
  }
  await lead.page.getByRole('link', { name: 'Bekijk de deelname' }).click();
  await lead.arriveAt(placed);
}

/** From the application to the start, with what the network refuses on the way. */
async function comeIn(lead: Recorder): Promise<void> {
  const place = lead.part('Plaats in het netwerk');
  await lead.open('Plaats gegeven', place);
  await lead.send('Plaats gegeven', place);
  await place
    .getByRole('alert')
    .getByText(/intake/)
    .waitFor();
  await lead.recordOther('Intake gehouden');
  await lead.send('Plaats gegeven', place);
  await place.getByText('Heeft een plaats').waitFor();
  await lead.recordOther('Commitment gevraagd', { 'Uiterlijk op': nextMonth });
  await lead.recordOther('Commitment gegeven');
  await lead.recordOther('Gestart');
  await lead.lookAround();
}

/** There is one place: the other organisation cannot have it, and waits. */
async function wait(lead: Recorder, programme: string): Promise<void> {
  await lead.goTo('Programma', programme);
  const row = lead.page
    .getByRole('list', { name: /^Plaatsen en wachtlijst/ })
    .getByRole('listitem')
    .filter({ hasText: waiting });
  await lead.open('Besluit', row);
  await lead.open('Plaats voorlopig vastgehouden', row);
  await lead.fillIn({ 'Vastgehouden tot en met': nextMonth }, row);
  await lead.send('Plaats voorlopig vastgehouden', row);
  await row.getByRole('alert').waitFor();
  await lead.record('Op de wachtlijst gezet', {}, row);
  await row.getByText('Wachtlijst, nummer 1').waitFor();
  await lead.lookAround();
}

async function meet(lead: Recorder): Promise<void> {
  await lead.goTo('Bijeenkomsten');
  await lead.open('Plan een bijeenkomst');
  await lead.fillIn({ Titel: 'Start van het netwerk', Datum: today });
  await lead.lookAround();
  await lead.send('Bijeenkomst gepland');
  await lead.page.getByRole('link', { name: 'Open de bijeenkomst' }).click();
  await lead.arriveAt('Start van het netwerk');
  await lead.page.getByRole('button', { name: 'Leg aanwezigheid vast' }).click();
  await lead.page.getByText('1 van 1 aanwezig').waitFor();
  await lead.goTo('Bijeenkomsten');
  await lead.open('Plan een bijeenkomst');
  await lead.fillIn({ 'Voor wie': 'Het hele programma', 'Soort bijeenkomst': 'Stuurgroep', Titel: 'Stuurgroep' });
  await lead.fillIn({ Datum: nextMonth });
  await lead.send('Bijeenkomst gepland');
  await lead.page.getByText(/^Vastgelegd\./).waitFor();
}

/** Local support from the question to its end, and a pledge from the asking to the keeping. */
async function support(lead: Recorder): Promise<void> {
  await lead.goTo('Deelnames');
  await lead.goTo(placed);
  await lead.recordOther('Vraagstuk ingebracht', {
    Categorie: anyChoice,
    'Het vraagstuk': 'Hoe leren wij van elkaar?',
  });
  // The form in which it was brought in still stands open, with a field of the same name.
  const questions = lead.part('Vraagstukken');
  await lead.record('Vraagstuk aangescherpt', { 'Het vraagstuk': 'Hoe leren teams van elkaar?' }, questions);
  await questions.getByText('Hoe leren teams van elkaar?').waitFor();
  await lead.recordOther('Lokaal maatwerk gevraagd', { 'Wat wordt gevraagd': 'Twee dagdelen begeleiding.' });
  const part = lead.part('Lokaal maatwerk');
  await lead.record('Deskundige gevonden', { 'Geplande tijd in minuten': '480' }, part);
  await lead.record('Maatwerk geleverd', { 'Geleverde tijd in minuten': '420' }, part);
  await lead.record('Maatwerk afgerond', { 'Wat het opleverde': 'Een eigen werkwijze.' }, part);
  await part.getByText('7 van 8 uur geleverd').waitFor();
  await lead.recordOther('Toezegging gevraagd', { Wat: 'Twee dagdelen per maand.', 'Uiterlijk op': nextMonth });
  const pledges = lead.part('Toezeggingen');
  await lead.record('Toegezegd', { Wat: 'Twee dagdelen per maand.' }, pledges);
  await lead.record('Nagekomen', {}, pledges);
  await pledges.getByText('Nagekomen').first().waitFor();
  await lead.recordOther('Afgerond');
  await lead.recordOther('Afgesloten');
  await lead.lookAround();
}

/** What organisations that do not take part pledge. */
async function pledge(lead: Recorder): Promise<void> {
  await lead.goTo('Toezeggingen');
  await lead.open('Toezegging gevraagd');
  await lead.nameOrganisation('Organisatie die toezegt', 'Drenthe');
  await lead.fillIn({ Wat: 'Een bijdrage in de kosten.', 'Uiterlijk op': nextMonth });
  await lead.send('Toezegging gevraagd');
  await lead.record(
    'Vervallen',
    { Reden: 'Er is geen bijdrage nodig.' },
    lead.part('Van organisaties zonder deelname'),
  );
  await lead.lookAround();
}

/** The API says the same of the programme as its pages. */
async function expectTold(name: string): Promise<void> {
  const ask = <T>(path: string) => told<T>(product, path);
  const { items } = await ask<{ items: ProgrammeItem[] }>('/v1/programmes');
  const programme = items.find((one) => one.name === name)?.programme ?? '';
  const of = (list: string) => ask<{ items: never[] }>(`/v1/programmes/${programme}/${list}`);
  const standings: Standing[] = (await of('progress')).items;
  const steps = standings.map(({ organisation, participation }) => [organisation.name, participation.step]);
  expect(Object.fromEntries(steps)).toEqual({ [placed]: 'closed', [waiting]: 'waiting' });
  const pledges: Pledge[] = (await of('pledges')).items;
  expect(pledges.map(({ state }) => state.step).toSorted()).toEqual(['kept', 'lapsed']);
  const meetings: Meeting[] = (await of('meetings')).items;
  expect(meetings.map(({ kind, attendance }) => [kind, attendance.length])).toEqual([
    ['opening', 1],
    ['steering-group', 0],
  ]);
  const commitments: Commitment[] = (await of('commitments')).items;
  expect(commitments.some(({ commitment }) => commitment.step === 'given')).toBe(true);
  const { requests } = await ask<{ requests: SupportRequest[] }>(`/v1/programmes/${programme}/support`);
  expect(requests).toMatchObject([{ planned: 480, delivered: 420, completedOn: today }]);
  const { regions } = await ask<{ regions: Region[] }>(`/v1/programmes/${programme}/demand`);
  expect(regions.flatMap(({ networks }) => networks)).toMatchObject([{ places: 1, waiting: 1, free: 0 }]);
}

/** The browser tells by itself what was refused: a form with nothing in it, and two decisions that the network does not take. */
const refusedOnPurpose = [/ 400 .*\/v1\/programmes$/, / 422 .*\/admissions$/, / 422 .*\/tentative-places$/].map(
  (refusal) => expect.stringMatching(refusal),
);

it.each([
  [1280, 'Noord leert'],
  [360, 'Noord leert verder'],
])('at %d px a lead takes a programme from its first day to the closing of a trajectory', async (width, name) => {
  const { browser, url, tokens } = product;
  const { page, misdeeds } = await visit(browser, { url, token: tokens.lead, language: 'nl', width });
  const lead = new Recorder(page, width);
  await page.goto('/?toon=alle');
  await lead.arriveAt('Kies een programma');
  await setUp(lead, name);
  await apply(lead);
  await comeIn(lead);
  await wait(lead, name);
  await meet(lead);
  await support(lead);
  await pledge(lead);
  await expectTold(name);
  expect(misdeeds).toEqual({ consoleErrors: refusedOnPurpose, otherHosts: [] });
});
