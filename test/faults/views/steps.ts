import type { CommandAnswer } from '../../examples/recorder/client.ts';
import type { Dice } from '../../support/dice.ts';

const LAYERS = ['executive', 'council', 'officials'] as const;
const CATEGORIES = ['working-with-residents', 'leadership'] as const;
const MOST_MEETINGS = 6;
const DAY_MS = 86_400_000;

/** A command on its way: below `/v1`. */
export interface Step {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly as?: 'admin';
  /** Called with the answer, when it was accepted. */
  readonly note?: (answer: CommandAnswer) => void;
}

/** A fact that can be corrected: where it was sent, and what it said. */
interface Fact {
  readonly on: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One programme as its lead knows it. */
export interface Situation {
  programme: string;
  network: string;
  readonly trajectories: string[];
  readonly meetings: string[];
  readonly pledges: string[];
  /** Risks in its dossier. */
  readonly risks: string[];
  readonly facts: Fact[];
}

/** What may happen next in a programme, at random; a tracker does not refuse reality, so anything may follow anything. */
export function nextStep(situation: Situation, dice: Dice): Step {
  const trajectory = dice.one(situation.trajectories);
  const steps = new Steps(situation, dice);
  return dice.one([
    ...steps.ofContent(trajectory),
    ...steps.ofParticipation(trajectory),
    ...steps.ofCommitment(trajectory),
    ...steps.ofNetwork(trajectory),
    ...steps.ofMeetings(),
    ...steps.ofPledges(trajectory),
    ...steps.ofDossier(trajectory),
    ...steps.corrections(),
  ]);
}

class Steps {
  readonly #situation: Situation;
  readonly #dice: Dice;

  constructor(situation: Situation, dice: Dice) {
    this.#situation = situation;
    this.#dice = dice;
  }

  ofContent(id: string): Step[] {
    const at = `/trajectories/${id}`;
    const contact = { kind: this.#dice.one(['phone', 'visit']), roles: ['contact'], summary: this.#text() };
    const question = { category: this.#dice.one(CATEGORIES), tags: ['sharper'], text: this.#text() };
    return [
      this.#fact(`${at}/contact-moments`, contact),
      this.#fact(`${at}/contact-moments`, contact),
      this.#fact(`${at}/judgements`, { judgement: this.#dice.one(['attention', 'behind']), reason: this.#text() }),
      this.#fact(`${at}/questions`, question),
      this.#fact(`${at}/local-changes`, { name: 'Vroeg aan tafel', stage: 'idea', ownerRole: 'adviser' }),
    ];
  }

  ofParticipation(id: string): Step[] {
    const at = `/trajectories/${id}`;
    const report = { reference: `Z-${this.#dice.whole(1, 999)}` };
    return [
      this.#fact(`${at}/intake-appointments`, { date: daysAgo(-this.#dice.whole(1, 30)), status: 'agreed' }),
      this.#fact(`${at}/intakes`, { report }),
      this.#fact(`${at}/starts`, {}),
      this.#fact(`${at}/pauses`, { reason: this.#text() }),
      this.#fact(`${at}/resumptions`, {}),
      this.#fact(`${at}/withdrawals`, { reason: this.#text() }),
    ];
  }

  ofCommitment(id: string): Step[] {
    const at = `/trajectories/${id}/commitments/${this.#dice.one(LAYERS)}`;
    const evidence = { reference: `R-${this.#dice.whole(1, 999)}` };
    return [
      this.#fact(`${at}/requests`, { due: daysAgo(-this.#dice.whole(5, 60)) }),
      this.#fact(`${at}/grants`, {}),
      this.#fact(`${at}/confirmations`, { evidence }),
      this.#fact(`${at}/pressures`, { reason: this.#text() }),
    ];
  }

  ofNetwork(trajectory: string): Step[] {
    const at = `/networks/${this.#situation.network}`;
    return [
      { path: `${at}/admissions`, body: { trajectory } },
      { path: `${at}/waiting-list-entries`, body: { trajectory, reason: this.#text() } },
      { path: `${at}/rejections`, body: { trajectory, reason: this.#text() } },
    ];
  }

  ofMeetings(): Step[] {
    const { network, meetings, trajectories } = this.#situation;
    const plan = { kind: this.#dice.one(['opening', 'exchange']), title: 'Bijeenkomst', date: daysAgo(-20) };
    const planning = this.#fact(`/networks/${network}/meetings`, { ...plan, status: 'agreed' });
    const planned = { ...planning, note: ({ id }: CommandAnswer) => void meetings.push(id) };
    if (meetings.length === 0) return [planned];
    const at = `/meetings/${this.#dice.one(meetings)}`;
    const there = trajectories.slice(0, this.#dice.whole(1, trajectories.length));
    const attendance = this.#dice.one(['present', 'excused', 'absent']);
    return [
      ...(meetings.length < MOST_MEETINGS ? [planned] : []),
      this.#fact(`${at}/attendance`, { entries: there.map((trajectory) => ({ trajectory, attendance })) }),
      this.#fact(`${at}/sessions`, {}),
      this.#fact(`${at}/moves`, { to: daysAgo(-40), status: 'agreed', by: 'lead', reason: this.#text() }),
    ];
  }

  ofPledges(trajectory: string): Step[] {
    const { pledges } = this.#situation;
    const promise = { what: this.#text(), due: daysAgo(this.#dice.whole(-40, 20)), role: 'mayor', toRole: 'lead' };
    const making = this.#fact(`/trajectories/${trajectory}/pledges`, promise);
    const made = { ...making, note: ({ id }: CommandAnswer) => void pledges.push(id) };
    if (pledges.length === 0) return [made];
    return [made, this.#fact(`/pledges/${this.#dice.one(pledges)}/keepings`, {})];
  }

  ofDossier(trajectory: string): Step[] {
    const { programme, risks } = this.#situation;
    const severity = this.#dice.one(['low', 'medium', 'high']);
    const risk = { trajectory, sort: 'risk', title: 'Te weinig tijd', severity, what: this.#text() };
    const noting = this.#fact(`/programmes/${programme}/risks`, risk);
    const noted = { ...noting, note: ({ id }: CommandAnswer) => void risks.push(id) };
    const asking = this.#fact(`/trajectories/${trajectory}/support-requests`, { request: this.#text() });
    if (risks.length === 0) return [noted, asking];
    const again = { severity, reason: this.#text() };
    return [noted, asking, this.#fact(`/dossier-items/${this.#dice.one(risks)}/risk-assessments`, again)];
  }

  /** A fact is corrected or taken back, also one that was corrected before. */
  corrections(): Step[] {
    const { facts } = this.#situation;
    if (facts.length === 0) return [];
    const { on, event, data } = this.#dice.one(facts);
    const about = { event, reason: this.#text() };
    return [
      { path: `${on}/corrections`, body: { ...about, data, occurredOn: daysAgo(this.#dice.whole(0, 60)) } },
      { path: `${on}/retractions`, body: about },
    ];
  }

  /** A fact of the last months, that may be corrected later when it has no identity of its own. */
  #fact(path: string, content: Readonly<Record<string, unknown>>): Step {
    const body = { ...content, occurredOn: daysAgo(this.#dice.whole(0, 90)) };
    const [, kind, id, what] = path.split('/');
    const isPlain = what === 'contact-moments' || what === 'judgements' || what === 'attendance';
    const note = ({ events }: CommandAnswer): void => {
      const event = events[0]?.id;
      if (isPlain && event !== undefined) this.#situation.facts.push({ on: `/${kind}/${id}`, event, data: content });
    };
    return { path, body, note };
  }

  #text(): string {
    return `Opgeschreven onder nummer ${this.#dice.whole(1, 9_999)}`;
  }
}

/** The day so many days ago, or ahead when it is below zero. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
