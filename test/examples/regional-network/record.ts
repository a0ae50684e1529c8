import { type ClientOptions, type CommandAnswer, pause, read, send } from './client.ts';
import { type Municipality, municipalities } from './municipalities.ts';
import { References } from './references.ts';
import type { Expectation, Step } from './step.ts';
import { timeline } from './timeline.ts';

export interface RecordOptions extends ClientOptions {
  /** After every step; also after a step that an earlier run had recorded already. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What recording the example gave. */
export interface Recording {
  readonly programme: string;
  /** Events that the steps themselves brought forth; those of reactions come on top. */
  readonly events: number;
  /** The token of the last step's position: ask with it as `minPosition`. */
  readonly position: string | undefined;
  /** The ids by the names of the timeline. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Records the fictitious course of events through the front door, in order, on the simulated clock. Every step has an
 * idempotency key of its own that is always the same, so a run that was interrupted is simply run again from the start.
 *
 * @throws StepRefused when a step is refused; Error when the product stays away or a reaction does not come.
 */
export async function recordExample(options: RecordOptions): Promise<Recording> {
  const references = new References();
  let events = 0;
  let position: string | undefined;
  for (const [index, step] of timeline.entries()) {
    const answer = await send(options, filled(step, references));
    remember(step, answer, references);
    events += answer.events.length;
    position = answer.position ?? position;
    if (step.waitsFor) await waitFor(step.waitsFor, { ...options, references, position });
    options.onProgress?.(index + 1, timeline.length);
  }
  return { programme: references.get('programme'), events, position, ids: references.all() };
}

/** How many steps the example has. */
export const exampleSteps: number = timeline.length;

function filled(step: Step, references: References): Step {
  return { ...step, path: references.fill(step.path), body: references.fillBody(step.body) };
}

function remember(step: Step, answer: CommandAnswer, references: References): void {
  if (step.gives) references.set(step.gives, answer.id);
  const first = answer.events[0];
  if (first) references.set(`event:${step.name}`, first.id);
}

/** How long a reaction of the product may take, also when it was killed in the middle. */
const reactionMs = 60_000;

interface Waiting extends ClientOptions {
  readonly references: References;
  /** Of the step itself: what is read must include what it recorded. */
  readonly position: string | undefined;
}

async function waitFor(expected: Expectation, waiting: Waiting): Promise<void> {
  const until = Date.now() + reactionMs;
  for (let attempt = 0; !(await happened(expected, waiting)); attempt += 1) {
    if (Date.now() > until) throw new Error(`The product did not react in time: ${expected.kind}`);
    await pause(Math.min(20 * 2 ** attempt, 500), waiting.signal);
  }
}

function happened(expected: Expectation, waiting: Waiting): Promise<boolean> {
  const { references } = waiting;
  return expected.kind === 'imported'
    ? imported(references.get(expected.import), waiting)
    : proposed(references.get(expected.network), references.get(expected.trajectory), waiting);
}

/** All applications of the file are recorded; their trajectories are known by their municipality from here on. */
async function imported(id: string, waiting: Waiting): Promise<boolean> {
  const { data } = await ask<{ data: ImportStatus }>(waiting, `/imports/${id}`);
  if (data.completed === null) return false;
  const { references } = waiting;
  const path = `/programmes/${references.get('programme')}/progress`;
  const list = await ask<{ data: { items: readonly ProgressItem[] } }>(waiting, path, 'limit=100');
  for (const item of list.data.items) {
    const who = municipalityOf(item);
    if (who) references.set(who, item.trajectory);
  }
  return list.data.items.length >= Object.keys(municipalities).length;
}

async function proposed(network: string, trajectory: string, waiting: Waiting): Promise<boolean> {
  const { data } = await ask<{ data: NetworkStatus }>(waiting, `/networks/${network}`);
  // On a repeated run the place was given already, and the proposal is no longer there.
  const given = data.places.some((place) => place.trajectory === trajectory);
  return given || data.proposals.some((proposal) => proposal.trajectory === trajectory);
}

function ask<T>(waiting: Waiting, path: string, query = ''): Promise<T> {
  const wanted = new URLSearchParams(query);
  if (waiting.position) wanted.set('minPosition', waiting.position);
  return read<T>(waiting, `${path}?${wanted}`);
}

interface ImportStatus {
  readonly completed: object | null;
}

interface ProgressItem {
  readonly trajectory: string;
  readonly organisation: { readonly name?: string | undefined };
}

interface NetworkStatus {
  readonly places: readonly { readonly trajectory: string }[];
  readonly proposals: readonly { readonly trajectory: string }[];
}

function municipalityOf(item: ProgressItem): Municipality | undefined {
  const all = Object.entries(municipalities) as [Municipality, { name: string }][];
  return all.find(([, { name }]) => name === item.organisation.name)?.[0];
}
