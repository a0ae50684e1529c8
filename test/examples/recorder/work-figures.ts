import type { AlikeByHand, ItemByHand } from './by-hand.ts';
import type { Ask } from './figures.ts';
import type { Names } from './group-figures.ts';

interface Reached {
  readonly reached: number;
  readonly of: number;
  readonly percent: number;
}

interface Level extends Reached {
  readonly level: string;
  readonly organisations: readonly { readonly units: readonly (Reached & { readonly unit: string | null })[] }[];
}

const short = ({ reached, of, percent }: Reached) => [reached, of, percent];

const levelsOn = async (ask: Ask, programme: string, day: string) =>
  (await ask<{ data: { levels: readonly Level[] } }>(`/programmes/${programme}/reach?validOn=${day}`)).data.levels;

/** How far it came on a day, by level. */
export async function reachOn(ask: Ask, programme: string, day: string) {
  const levels = await levelsOn(ask, programme, day);
  return Object.fromEntries(levels.map((one) => [one.level, short(one)]));
}

/** The same of the units that were counted by themselves, by the names of the timeline. */
export async function reachOfUnitsOn(ask: Ask, programme: string, day: string, names: Names) {
  const levels = await levelsOn(ask, programme, day);
  const units = levels.flatMap(({ organisations }) => organisations.flatMap((one) => one.units));
  return Object.fromEntries(
    units.flatMap((one) => (one.unit === null ? [] : [[names.get(one.unit) ?? one.unit, short(one)]])),
  );
}

/** The figures of an overview of a programme on a day, as they come. */
export async function overviewOn(ask: Ask, programme: string, what: 'assignments' | 'knowledge', day: string) {
  return (await ask<{ data: object }>(`/programmes/${programme}/${what}?validOn=${day}`)).data;
}

/** How many items of the dossier stand at each of these steps (`kind/step`) on a day. */
export async function stepsOn(ask: Ask, programme: string, steps: readonly string[], day: string) {
  const counted = steps.map(async (one): Promise<[string, number]> => {
    const [kind, step] = one.split('/');
    const path = `/programmes/${programme}/dossier?kind=${kind}&step=${step}&validOn=${day}&limit=1`;
    return [one, (await ask<{ data: { total: number } }>(path)).data.total];
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** The steps of the commitment of a programme of one organisation, by layer. */
export async function commitmentsOn(ask: Ask, programme: string, day: string) {
  interface Item {
    readonly layer: string;
    readonly commitment: { readonly step: string };
  }
  const path = `/programmes/${programme}/commitments?validOn=${day}`;
  const { data } = await ask<{ data: { items: readonly Item[] } }>(path);
  return Object.fromEntries(data.items.map(({ layer, commitment }) => [layer, commitment.step]));
}

interface Item {
  readonly step: string;
  readonly facts: readonly { readonly fact: string; readonly data: Readonly<Record<string, unknown>> }[];
}

interface Line {
  readonly type: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** An item of the dossier on a day: where it stands, the last fact of each name, and the texts of its story. */
export async function itemOn(ask: Ask, item: string, day: string): Promise<Required<ItemByHand>> {
  const { data } = await ask<{ data: Item }>(`/dossier-items/${item}?validOn=${day}`);
  const story = await ask<{ data: { items: readonly Line[] } }>(`/stories/item/${item}?validOn=${day}&limit=100`);
  return {
    step: data.step,
    facts: Object.fromEntries(data.facts.map((fact) => [fact.fact, fact.data])),
    texts: Object.fromEntries(story.data.items.map(({ type, texts }) => [type, texts])),
  };
}

/** Which others have a question too, those with tags in common first. */
export async function alikeOn(ask: Ask, question: string, day: string): Promise<AlikeByHand[]> {
  interface Alike {
    readonly organisation: { readonly name: string };
    readonly sameCategory: boolean;
    readonly tags: readonly string[];
  }
  const { data } = await ask<{ data: { alike: readonly Alike[] } }>(`/questions/${question}?validOn=${day}`);
  return data.alike.map(({ organisation, sameCategory, tags }) => [organisation.name, sameCategory, tags]);
}

/** What a meeting is, whether it was, when, and how sure that is. */
export async function meetingOn(ask: Ask, meeting: string, day: string) {
  type Meeting = Readonly<Record<'kind' | 'state' | 'date' | 'status', string>>;
  const { data } = await ask<{ data: Meeting }>(`/meetings/${meeting}?validOn=${day}`);
  return [data.kind, data.state, data.date, data.status];
}

/** At how many meetings each role of the one organisation sat at the table. */
export async function rolesOn(ask: Ask, programme: string, day: string) {
  interface Attendance {
    readonly roles: readonly { readonly role: string; readonly meetings: number }[];
  }
  const path = `/programmes/${programme}/attendance?validOn=${day}`;
  const { data } = await ask<{ data: { items: readonly Attendance[] } }>(path);
  return Object.fromEntries((data.items[0]?.roles ?? []).map(({ role, meetings }) => [role, meetings]));
}
