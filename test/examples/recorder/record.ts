import { type ClientOptions, type CommandAnswer, pause, read, send } from './client.ts';
import type { Example } from './example.ts';
import { References } from './references.ts';
import type { Expectation, Step } from './step.ts';

export interface RecordOptions extends ClientOptions {
  /** After every step; also after a step that an earlier run had recorded already. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What recording one example gave. */
export interface Recording {
  readonly programme: string;
  /** Events that the steps themselves brought forth; those of reactions come on top. */
  readonly events: number;
  /** The token of the last step's position: ask with it as `minPosition`. */
  readonly position: string | undefined;
  /** The steps that were recorded with a warning, with the codes of what they were warned of. */
  readonly warned: readonly { readonly step: string; readonly codes: readonly string[] }[];
  /** The ids by the names of the timeline. */
  readonly ids: Readonly<Record<string, string>>;
}

/** How many steps were recorded with a warning, by its code. */
export function warningsIn({ warned }: Recording): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of warned.flatMap(({ codes }) => codes)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/**
 * Records fictitious courses of events through the front door, in order, on the simulated clock. There is one clock for
 * a log and it never runs backwards, so several examples are recorded interleaved, by their moments. Every step has an
 * idempotency key of its own that is always the same, so a run that was interrupted is simply run again from the start.
 *
 * @returns what each example gave, by its name.
 * @throws StepRefused when a step is refused; Error when the product stays away or a reaction does not come.
 */
export async function recordExamples(
  examples: readonly Example[],
  options: RecordOptions,
): Promise<ReadonlyMap<string, Recording>> {
  const recorders = examples.map((example) => new Recorder(example, options));
  const steps = recorders
    .flatMap((recorder) => recorder.example.timeline.map((step) => ({ recorder, step })))
    // Steps of one moment keep their order: sorting is stable.
    .toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  for (const [index, { recorder, step }] of steps.entries()) {
    await recorder.record(step);
    options.onProgress?.(index + 1, steps.length);
  }
  return new Map(recorders.map((recorder) => [recorder.example.name, recorder.recording]));
}

/** The same for one example. */
export async function recordExample(example: Example, options: RecordOptions): Promise<Recording> {
  const recording = (await recordExamples([example], options)).get(example.name);
  if (!recording) throw new Error(`${example.name} was not recorded`);
  return recording;
}

/** How long a reaction of the product may take, also when it was killed in the middle. */
const reactionMs = 60_000;

/** The steps of one example, and the ids that came of them. */
class Recorder {
  private readonly references = new References();
  private events = 0;
  private readonly warned: Recording['warned'][number][] = [];
  private position: string | undefined;

  constructor(
    readonly example: Example,
    private readonly options: ClientOptions,
  ) {}

  get recording(): Recording {
    const { references, events, position, warned } = this;
    return { programme: references.get('programme'), events, position, warned, ids: references.all() };
  }

  async record(step: Step): Promise<void> {
    const { references } = this;
    const filled = { ...step, path: references.fill(step.path), body: references.fillBody(step.body) };
    const answer = await send(this.options, this.example.keys, filled);
    this.remember(step, answer);
    if (step.waitsFor) await this.waitFor(step.waitsFor);
  }

  private remember(step: Step, answer: CommandAnswer): void {
    if (step.gives) this.references.set(step.gives, answer.id);
    const first = answer.events[0];
    if (first) this.references.set(`event:${step.name}`, first.id);
    this.events += answer.events.length;
    const codes = answer.warnings.map(({ code }) => code);
    if (codes.length > 0) this.warned.push({ step: step.name, codes });
    this.position = answer.position ?? this.position;
  }

  private async waitFor(expected: Expectation): Promise<void> {
    const until = Date.now() + reactionMs;
    for (let attempt = 0; !(await this.happened(expected)); attempt += 1) {
      if (Date.now() > until) throw new Error(`The product did not react in time: ${expected.kind}`);
      await pause(Math.min(20 * 2 ** attempt, 500), this.options.signal);
    }
  }

  private happened(expected: Expectation): Promise<boolean> {
    const { references } = this;
    switch (expected.kind) {
      case 'imported':
        return this.imported(references.get(expected.import));
      case 'proposed':
        return this.proposed(expected);
      case 'handed-over':
        return this.handedOver(expected);
    }
  }

  /** All applications of the file are recorded; their trajectories are known by their organisation from here on. */
  private async imported(id: string): Promise<boolean> {
    const { data } = await this.ask<{ data: ImportStatus }>(`/imports/${id}`);
    if (data.completed === null) return false;
    const path = `/programmes/${this.references.get('programme')}/progress`;
    const list = await this.ask<{ data: { items: readonly ProgressItem[] } }>(path, 'limit=100');
    for (const { organisation, trajectory } of list.data.items) {
      const who = this.example.organisations[organisation.name ?? ''];
      if (who !== undefined) this.references.set(who, trajectory);
    }
    return list.data.items.length >= Object.keys(this.example.organisations).length;
  }

  /** Asked of its decisions: on a repeated run the place was given or declined already. */
  private async proposed({ network, trajectory, freedBy }: Extract<Expectation, { kind: 'proposed' }>) {
    const { references } = this;
    const { data } = await this.ask<{ data: NetworkStatus }>(`/networks/${references.get(network)}`);
    const [to, by] = [references.get(trajectory), references.get(freedBy)];
    return data.decisions.some(({ what, ...of }) => what === 'proposed' && of.trajectory === to && of.freedBy === by);
  }

  private async handedOver({ action, pledge, role }: Extract<Expectation, { kind: 'handed-over' }>) {
    const { references } = this;
    const item = await this.ask<{ data: { carrier: Role } }>(`/dossier-items/${references.get(action)}`);
    const promise = await this.ask<{ data: { keeper: Role } }>(`/pledges/${references.get(pledge)}`);
    return item.data.carrier?.role === role && promise.data.keeper?.role === role;
  }

  /** What is read includes what the last step recorded. */
  private ask<T>(path: string, query = ''): Promise<T> {
    const wanted = new URLSearchParams(query);
    if (this.position) wanted.set('minPosition', this.position);
    return read<T>(this.options, `${path}?${wanted}`);
  }
}

interface ImportStatus {
  readonly completed: object | null;
}

interface ProgressItem {
  readonly trajectory: string;
  readonly organisation: { readonly name?: string | undefined };
}

interface NetworkStatus {
  readonly decisions: readonly { readonly what: string; readonly trajectory?: string; readonly freedBy?: string }[];
}

type Role = { readonly role: string } | null;
