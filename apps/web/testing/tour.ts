import { addDays, dayOf } from '../data/dates.ts';

/** A page of the tour: its name, for a file or a message, and its address. */
export interface Stop {
  readonly name: string;
  readonly address: string;
}

/** Asks the API and gives the ids of the first list in the answer. */
async function idsOf(url: string, token: string, path: string, key: string): Promise<string[]> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const { data } = (await response.json()) as { data: { items: Record<string, unknown>[] } };
  return data.items.map((item) => String(item[key]));
}

/** The first network of a programme. */
async function networkOf(url: string, token: string, programme: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/v1/programmes/${programme}`, { headers });
  const { data } = (await response.json()) as { data: { networks: { network: string }[] } };
  return data.networks[0]?.network ?? '';
}

/** Every page of the first programme, as it is on this installation. A new page has a line here. */
export async function tourOf(url: string, token: string): Promise<Stop[]> {
  const [programme] = await idsOf(url, token, '/v1/programmes', 'programme');
  const [trajectory] = await idsOf(url, token, `/v1/programmes/${programme}/progress`, 'trajectory');
  const meeting = (await idsOf(url, token, `/v1/programmes/${programme}/meetings`, 'meeting')).at(-1);
  const [item] = await idsOf(url, token, `/v1/programmes/${programme}/dossier`, 'item');
  const network = await networkOf(url, token, String(programme));
  const at = (page: string) => `/programmas/${programme}/${page}`;
  return [
    { name: 'vandaag', address: at('vandaag') },
    { name: 'vandaag-op-1-juni', address: at('vandaag?bekend=2026-06-01') },
    { name: 'overzicht', address: at('overzicht') },
    { name: 'deelnames', address: at('deelnames') },
    { name: 'deelname', address: at(`deelnames/${trajectory}`) },
    { name: 'bijeenkomsten', address: at('bijeenkomsten') },
    { name: 'bijeenkomst', address: at(`bijeenkomsten/${meeting}`) },
    { name: 'groepen', address: at('groepen') },
    { name: 'groep-samenstellen', address: at(`groepen/${network}`) },
    { name: 'groep-op-1-februari', address: at(`groepen/${network}?bekend=2026-02-01`) },
    { name: 'commitment', address: at('commitment') },
    { name: 'toezeggingen', address: at('toezeggingen') },
    { name: 'dossier', address: at('dossier') },
    { name: 'dossier-nieuw', address: at('dossier/nieuw') },
    { name: 'dossierstuk', address: at(`dossier/${item}`) },
    {
      name: 'herinneren',
      address: at(`herinneren?over=commitment:${trajectory}/council&naam=Raadsbesluit&deelname=${trajectory}`),
    },
    { name: 'vergelijken', address: at('vergelijken?van=2026-03-01&tot=2026-06-01') },
    { name: 'kennis', address: at('kennis') },
    { name: 'kennis-uitkomsten', address: at('kennis?deel=uitkomsten') },
    { name: 'kennis-budget', address: at('kennis?deel=budget') },
    { name: 'rapportages', address: at('rapportages') },
    { name: 'rapportage', address: at('rapportages/management') },
    { name: 'rapportage-op-1-maart', address: at('rapportages/management?bekend=2026-03-01') },
    { name: 'stuurgroepnotitie', address: at('stuurgroepnotitie?van=2026-03-01&tot=2026-06-01') },
    { name: 'stuurgroepnotitie-op-1-juni', address: at('stuurgroepnotitie?bekend=2026-06-01') },
    { name: 'import', address: at('import') },
    { name: 'audit', address: at(`audit?deelname=${trajectory}`) },
    { name: 'kiezen', address: '/?toon=alle' },
    { name: 'beheer', address: '/beheer' },
    { name: 'over', address: '/over' },
    { name: 'nergens', address: '/nergens' },
  ];
}

/** The day that it is on this installation: of an example, the one that its clock has come to. */
export async function todayAt(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/v1/programmes`, { headers: { authorization: `Bearer ${token}` } });
  const { basis } = (await response.json()) as { basis: { validOn: string } };
  return basis.validOn;
}

/** Records something as the lead, and gives its id. */
async function told(url: string, token: string, path: string, body: object): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as { id: string };
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer.id;
}

/**
 * The pages for who does not sign in: an application form that is opened for it, the page of a participant who is given
 * access and something to answer for it, and the same page without a link.
 */
export async function publicTourOf(url: string, token: string): Promise<Stop[]> {
  const [programme] = await idsOf(url, token, '/v1/programmes', 'programme');
  const [trajectory] = await idsOf(url, token, `/v1/programmes/${programme}/progress`, 'trajectory');
  const tell = (path: string, body: object) => told(url, token, `/v1/${path}`, { occurredOn, ...body });
  const occurredOn = await todayAt(url, token);
  const later = (days: number) => addDays(occurredOn, days);
  const text = 'Wilt u met andere gemeenten leren hoe u samen plannen maakt?\n\nMeld uw gemeente dan hier aan.';
  await tell(`programmes/${programme}/application-forms`, { text, until: later(30) });
  const poll = { trajectory, title: 'Wanneer kunt u voor een gesprek?', dates: [later(10), later(12), later(17)] };
  await tell(`programmes/${programme}/date-polls`, { ...poll, due: later(5) });
  const action = { trajectory, role: 'contact', due: later(7), what: 'De raad een startnotitie sturen.' };
  await tell(`programmes/${programme}/actions-agreed`, action);
  const pledge = {
    role: 'portfolio-holder',
    toRole: 'lead',
    due: later(20),
    what: 'Twee ambtenaren een dag per week.',
  };
  await tell(`trajectories/${trajectory}/pledges`, pledge);
  // The link itself is for real days.
  const grant = { trajectory, role: 'contact', until: addDays(dayOf(new Date().toISOString()), 90) };
  const access = await tell(`programmes/${programme}/participation-accesses`, grant);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/v1/participation-accesses/${access}/link`, { headers });
  const { address } = (await answer.json()) as { address: string };
  return [
    { name: 'aanmelden', address: `/aanmelden/${programme}` },
    { name: 'eigen-pagina-zonder-link', address: '/deelname' },
    { name: 'eigen-pagina', address },
  ];
}
