import { Dice } from '../../support/dice.ts';
import { until } from '../verdict.ts';
import { Client } from './client.ts';
import { type Acknowledged, Course } from './course.ts';
import { Questioner } from './questions.ts';
import { Recorder } from './recorder.ts';
import type { WholeProduct } from './whole-product.ts';

const WRITERS = 3;
const READERS = 2;
/** Between two things that the same person does, in milliseconds. */
const BREATH_MS = 15;
const GOES_ON_MS = 120_000;

/** People at work: leads who record in programmes of their own, and others who ask. */
export class Load {
  readonly recorder = new Recorder();
  readonly client: Client;
  readonly questioner: Questioner;
  readonly courses: readonly Course[];
  /** Everything that was acknowledged. */
  readonly ledger: Acknowledged[] = [];
  /** What went wrong for one of these people, in words. */
  readonly breaches: string[] = [];
  readonly #dice: Dice;
  #working: Promise<void>[] = [];
  #isOpen = false;

  constructor(product: WholeProduct, seed: number) {
    this.#dice = new Dice(seed);
    this.client = new Client(product, this.#dice);
    this.questioner = new Questioner(this.client, this.recorder, this.#dice);
    this.courses = Array.from(
      { length: WRITERS },
      (_, index) => new Course(`Programma ${index + 1}`, this.client, new Dice(seed + 1 + index)),
    );
  }

  /** Sets the programmes up. */
  async begin(): Promise<void> {
    for (const course of this.courses) this.ledger.push(...(await course.begin()));
  }

  resume(): void {
    this.#isOpen = true;
    const writing = this.courses.map((course) => this.#whileOpen(() => this.#write(course)));
    const reading = Array.from({ length: READERS }, () => this.#whileOpen(() => this.#read()));
    this.#working = [...writing, ...reading];
  }

  /** Lets everybody finish what they are doing. */
  async pause(): Promise<void> {
    this.#isOpen = false;
    await Promise.all(this.#working);
  }

  /** Returns when so many more commands are acknowledged. @throws Error when they are not in time. */
  async more(commands: number): Promise<void> {
    const goal = this.ledger.length + commands;
    await until(() => this.ledger.length >= goal || this.breaches.length > 0, 'people go on recording', GOES_ON_MS);
  }

  async #whileOpen(work: () => Promise<void>): Promise<void> {
    while (this.#isOpen) {
      try {
        await work();
      } catch (error) {
        this.breaches.push(error instanceof Error ? error.message : String(error));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    }
  }

  async #write(course: Course): Promise<void> {
    const acknowledged = await course.next();
    if (acknowledged === undefined) return;
    this.ledger.push(acknowledged);
    if (!this.#dice.isSo(0.2)) return;
    const wrong = await this.questioner.askForOwn(acknowledged);
    if (wrong !== undefined) this.breaches.push(wrong);
  }

  #read(): Promise<void> {
    return this.questioner.ask(this.courses.map(({ situation }) => situation));
  }
}
