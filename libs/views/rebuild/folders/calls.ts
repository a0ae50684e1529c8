import type { MessagePort, Transferable, Worker } from 'node:worker_threads';

/** What one side of a channel can be asked, by name. Arguments and answers are copied: plain values, maps and bytes. */
export type Askable = { readonly [name: string]: (argument: never) => unknown };

type Argument<Side extends Askable, Name extends keyof Side> = Parameters<Side[Name]>[0];
type Answer<Side extends Askable, Name extends keyof Side> = Received<Awaited<ReturnType<Side[Name]>>>;
type Received<T> = T extends HandedOver<infer Answer> ? Answer : T;

type Message =
  | { readonly kind: 'question'; readonly call: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly call: number; readonly error: unknown };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** An answer that is handed over with these buffers instead of copied; who answers has them no more. */
export class HandedOver<T> {
  constructor(
    readonly answer: T,
    readonly buffers: readonly Transferable[],
  ) {}
}

/** Two threads that ask each other for things. Every question is answered, or fails: also when the other side ends. */
export class Calls<Theirs extends Askable> {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private ended: Error | undefined;

  constructor(
    private readonly port: Pick<MessagePort, 'on' | 'postMessage'> | Pick<Worker, 'on' | 'postMessage'>,
    private readonly own: { readonly [name: string]: (argument: never) => unknown },
  ) {
    port.on('message', (message: Message) => void this.received(message));
    port.on('messageerror', (error) => this.end(error));
  }

  /** @throws what the other side threw, and `end`'s error when it is gone. */
  ask<Name extends keyof Theirs & string>(name: Name, argument: Argument<Theirs, Name>): Promise<Answer<Theirs, Name>> {
    if (this.ended) return Promise.reject(this.ended);
    this.last += 1;
    const call = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject });
      this.port.postMessage({ kind: 'question', call, name, argument } satisfies Message);
    });
  }

  /** The other side is gone: nothing is answered any more. */
  end(error: Error): void {
    // The first reason is the one that explains the others.
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }

  private async received(message: Message): Promise<void> {
    if (message.kind === 'question') return this.answer(message);
    const waiting = this.waiting.get(message.call);
    this.waiting.delete(message.call);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(message.error);
  }

  private async answer({ call, name, argument }: Extract<Message, { kind: 'question' }>): Promise<void> {
    try {
      const handle = this.own[name];
      if (!handle) throw new Error(`Nobody answers to ${name}`);
      const answer = await handle(argument as never);
      if (answer instanceof HandedOver) this.reply({ kind: 'answer', call, answer: answer.answer }, answer.buffers);
      else this.reply({ kind: 'answer', call, answer });
    } catch (error) {
      this.fail(call, error);
    }
  }

  private fail(call: number, error: unknown): void {
    try {
      this.reply({ kind: 'failure', call, error });
    } catch {
      // It holds what cannot be copied: its words can.
      this.reply({ kind: 'failure', call, error: new Error(String(error)) });
    }
  }

  private reply(message: Message, buffers: readonly Transferable[] = []): void {
    this.port.postMessage(message, buffers);
  }
}
