import type { Tokens } from '../../support/product.ts';

/** Where the product answers, and who asks. */
export interface Target {
  readonly url: string;
  readonly tokens: Tokens;
}

export interface LargeProgramme {
  readonly programme: string;
  readonly trajectories: readonly string[];
  /** In the whole log. */
  readonly events: number;
}

interface Size {
  readonly trajectories: number;
  readonly contacts: number;
}

const layers = ['executive', 'council', 'officials'] as const;
const atOnce = 16;

/** Sends a command as the lead; an answer that is no success ends the measurement. */
async function send<T>({ url, tokens }: Target, path: string, body: object): Promise<T> {
  const response = await fetch(`${url}/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.lead}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Asks as the lead. */
export async function ask<T>({ url, tokens }: Target, path: string): Promise<T> {
  const response = await fetch(`${url}/v1${path}`, { headers: { authorization: `Bearer ${tokens.lead}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** The day so many days ago, UTC. */
function ago(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Through the front door: one programme with so many municipalities that take part, each with some thirty facts. */
export async function recordLargeProgramme(target: Target, size: Size): Promise<LargeProgramme> {
  const setUp = {
    name: 'Meting',
    client: '20',
    template: 'regional-network',
    opensOn: ago(330),
    from: ago(300),
    until: ago(-120),
  };
  const { id: programme } = await send<{ id: string }>(target, '/programmes', setUp);
  const places = {
    name: 'Alle',
    region: 'Nederland',
    minimum: 1,
    target: size.trajectories,
    maximum: size.trajectories,
  };
  const { id: network } = await send<{ id: string }>(target, `/programmes/${programme}/networks`, places);
  const organisations = await municipalities(target, size.trajectories);
  const trajectories: string[] = [];
  await inTurns(organisations, async (organisation, number) => {
    const application = { organisation, network, contactRole: 'adviser', occurredOn: ago(320) };
    const { id } = await send<{ id: string }>(target, `/programmes/${programme}/applications`, application);
    trajectories.push(id);
    await recordCourse(target, { trajectory: id, network, number, contacts: size.contacts });
  });
  const meeting = { kind: 'opening', title: 'Start', date: ago(280), status: 'agreed', occurredOn: ago(300) };
  await send(target, `/networks/${network}/meetings`, meeting);
  const { basis } = await ask<{ basis: { ordinal: number } }>(target, `/programmes/${programme}/progress?limit=1`);
  return { programme, trajectories, events: basis.ordinal };
}

async function municipalities(target: Target, count: number): Promise<string[]> {
  const { data } = await ask<{ data: { items: { cbs: string; kind: string }[] } }>(
    target,
    `/organisations?kind=municipality&limit=500&on=${ago(320)}`,
  );
  return data.items.slice(0, count).map(({ cbs }) => cbs);
}

interface Course {
  readonly trajectory: string;
  readonly network: string;
  readonly number: number;
  readonly contacts: number;
}

/** What happens to one of them; which council has answered, and who was spoken to lately, differs. */
async function recordCourse(target: Target, { trajectory, network, number, contacts }: Course): Promise<void> {
  const tell = (path: string, days: number, body: object) =>
    send(target, `/trajectories/${trajectory}/${path}`, { ...body, occurredOn: ago(days) });
  const question = { category: 'residents-initiatives', tags: ['dorpen'], text: 'Hoe doen wij dit samen?' };
  await tell('questions', 318, question);
  await tell('intake-appointments', 316, { date: ago(310), status: 'agreed' });
  await tell('intakes', 310, {});
  await send(target, `/networks/${network}/admissions`, { trajectory });
  for (const [at, layer] of layers.entries()) {
    await tell(`commitments/${layer}/requests`, 300, { due: ago(200 - (number % 90)) });
    if ((number + at) % 4 > 0) await tell(`commitments/${layer}/grants`, 220 - at, {});
  }
  await tell('starts', 295, {});
  for (let contact = 0; contact < contacts; contact += 1) {
    const said = { kind: 'phone', roles: ['adviser'], summary: 'Hoe gaat het?' };
    await tell('contact-moments', 280 - contact * 12 + (number % 11), said);
  }
}

/** Some at once, each in turn. */
async function inTurns<T>(all: readonly T[], of: (one: T, number: number) => Promise<void>): Promise<void> {
  const waiting = all.entries();
  const work = async (): Promise<void> => {
    for (const [number, one] of waiting) await of(one, number);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
