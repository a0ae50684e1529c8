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
    if (step.waitsFor) await waitFor(step.waitsFor, options, references);
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

async function waitFor(expected: Expectation, options: ClientOptions, references: References): Promise<void> {
  const until = Date.now() + reactionMs;
  for (let attempt = 0; !(await happened(expected, options, references)); attempt += 1) {
    if (Date.now() > until) throw new Error(`The product did not react in time: ${expected.kind}`);
    await pause(Math.min(20 * 2 ** attempt, 500), options.signal);
  }
}

function happened(expected: Expectation, options: ClientOptions, references: References): Promise<boolean> {
  return expected.kind === 'imported'
    ? imported(references.get(expected.import), options, references)
    : proposed(references.get(expected.network), references.get(expected.trajectory), options);
}

/** All applications of the file are recorded; their trajectories are known by their municipality from here on. */
async function imported(id: string, options: ClientOptions, references: References): Promise<boolean> {
  const { data } = await read<{ data: ImportStatus }>(options, `/imports/${id}`);
  if (data.completed === null) return false;
  const path = `/programmes/${references.get('programme')}/progress?limit=100`;
  const list = await read<{ data: { items: readonly ProgressItem[] } }>(options, path);
  for (const item of list.data.items) {
    const who = municipalityOf(item);
    if (who) references.set(who, item.trajectory);
  }
  return list.data.items.length >= Object.keys(municipalities).length;
}

async function proposed(network: string, trajectory: string, options: ClientOptions): Promise<boolean> {
  const { data } = await read<{ data: NetworkStatus }>(options, `/networks/${network}`);
  return data.proposals.some((proposal) => proposal.trajectory === trajectory);
}

interface ImportStatus {
  readonly completed: object | null;
}

interface ProgressItem {
  readonly trajectory: string;
  readonly organisation: { readonly name?: string | undefined };
}

interface NetworkStatus {
  readonly proposals: readonly { readonly trajectory: string }[];
}

function municipalityOf(item: ProgressItem): Municipality | undefined {
  const all = Object.entries(municipalities) as [Municipality, { name: string }][];
  return all.find(([, { name }]) => name === item.organisation.name)?.[0];
}
