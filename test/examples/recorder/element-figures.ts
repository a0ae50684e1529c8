import type { Ask } from './figures.ts';

interface Named {
  readonly name: string;
}

/** The places of a network on a day, by the names of the organisations. */
export interface PlacesByHand {
  readonly given: readonly string[];
  readonly held: readonly string[];
  readonly free: number;
  readonly waiting: readonly string[];
  readonly proposed: readonly string[];
  readonly rejected: readonly string[];
  readonly referred: readonly string[];
}

type About = readonly { readonly trajectory: string }[];

interface Network {
  readonly free: number;
  readonly places: About;
  readonly held: About;
  readonly waiting: About;
  readonly proposals: About;
  readonly rejected: About;
  readonly referred: About;
  readonly organisations: Readonly<Record<string, Named>>;
}

export async function placesOn(ask: Ask, network: string, day: string): Promise<PlacesByHand> {
  const { data } = await ask<{ data: Network }>(`/networks/${network}?validOn=${day}`);
  const names = (some: About) => some.map(({ trajectory }) => data.organisations[trajectory]?.name ?? trajectory);
  return {
    given: names(data.places),
    held: names(data.held),
    free: data.free,
    waiting: names(data.waiting),
    proposed: names(data.proposals),
    rejected: names(data.rejected),
    referred: names(data.referred),
  };
}

/** Decisions about places, how many were assessed before and how many were decided otherwise, and by whose mandate. */
export interface AdmissionsByHand {
  readonly decisions: number;
  readonly assessed: number;
  readonly againstAdvice: number;
  readonly mandates: Readonly<Record<string, number>>;
}

interface Admissions {
  readonly decisions: readonly { readonly rule: { readonly mandateRole: string } | null }[];
  readonly assessed: number;
  readonly againstAdvice: number;
}

export async function admissionsOn(ask: Ask, programme: string, day: string): Promise<AdmissionsByHand> {
  const { data } = await ask<{ data: Admissions }>(`/programmes/${programme}/admissions?validOn=${day}`);
  const mandates: Record<string, number> = {};
  for (const { rule } of data.decisions) if (rule) mandates[rule.mandateRole] = (mandates[rule.mandateRole] ?? 0) + 1;
  return { decisions: data.decisions.length, assessed: data.assessed, againstAdvice: data.againstAdvice, mandates };
}

/** What became of an intended outcome: its state, the target that stands, the last value, and whether that is enough. */
export type OutcomeByHand = readonly [state: string, target: number, last: number, reached: boolean];

type Value = { readonly value: number } | null;

interface Outcome {
  readonly title: string;
  readonly state: string;
  readonly indicators: readonly { target: number; baseline: Value; end: Value; after: Value; reached: boolean }[];
}

/** By title; of each outcome the first indicator. */
export async function outcomesOn(ask: Ask, programme: string, day: string) {
  const path = `/programmes/${programme}/outcomes?validOn=${day}`;
  const { data } = await ask<{ data: { outcomes: readonly Outcome[] } }>(path);
  const lines = data.outcomes.map(({ title, state, indicators: [first] }) => {
    const last = first?.after ?? first?.end ?? first?.baseline;
    return [title, [state, first?.target, last?.value, first?.reached]];
  });
  return Object.fromEntries(lines) as Record<string, OutcomeByHand>;
}

/** Actions of whoever has them on that day. */
export type ActionsByHand = readonly [open: number, late: number, done: number, dropped: number];

interface Owner {
  readonly role: string;
  readonly open: number;
  readonly late: number;
  readonly done: number;
  readonly dropped: number;
}

/** By role. */
export async function actionsOn(ask: Ask, programme: string, day: string) {
  const path = `/programmes/${programme}/actions?validOn=${day}`;
  const { data } = await ask<{ data: { roles: readonly Owner[] } }>(path);
  const lines = data.roles.map(({ role, open, late, done, dropped }) => [role, [open, late, done, dropped]]);
  return Object.fromEntries(lines) as Record<string, ActionsByHand>;
}

/** Who pledged and who is to keep it, by role; where it is, the first day and the day by which it is due. */
export type PledgeByHand = readonly [by: string, keeper: string, step: string, first: string, due: string | null];

interface Pledge {
  readonly by: { readonly role: string } | null;
  readonly keeper: { readonly role: string } | null;
  readonly state: { readonly step: string };
  readonly firstDue: string | null;
  readonly due: string | null;
}

export async function pledgesOn(ask: Ask, programme: string, asOf: string) {
  const { data } = await ask<{ data: { items: readonly Pledge[] } }>(`/programmes/${programme}/pledges?${asOf}`);
  return data.items.map(({ by, keeper, state, firstDue, due }) => [by?.role, keeper?.role, state.step, firstDue, due]);
}

/** What was asked in a region. */
export interface DemandByHand {
  readonly interest: number;
  readonly applications: number;
  readonly placed: number;
  readonly withdrawn: number;
}

export async function demandOn(ask: Ask, programme: string, region: string, day: string) {
  const { data } = await ask<{ data: { regions: readonly (DemandByHand & { region: string })[] } }>(
    `/programmes/${programme}/demand?validOn=${day}`,
  );
  const found = data.regions.find((one) => one.region === region);
  if (!found) throw new Error(`No demand in ${region}`);
  const { interest, applications, placed, withdrawn } = found;
  return { interest, applications, placed, withdrawn };
}

/** The programmes that the follow-up in a dossier links to. */
export async function linksOf(ask: Ask, item: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const path = `/dossier-items/${item}`;
  const { data } = await ask<{ data: { facts: readonly { fact: string; data: Record<string, string> }[] } }>(path);
  return data.facts.filter(({ fact }) => fact === 'linked').map((fact) => fact.data);
}
