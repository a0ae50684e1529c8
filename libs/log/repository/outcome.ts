import type { Refusal, Warning } from '#domain/kernel/decision';
import type { LoggedEvent } from '../contract/codec.ts';

/** What a command came to when it was accepted, now or the first time that it was sent. */
export interface Answer {
  readonly stream: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  /** The codes that stand in the envelope. */
  readonly warnings: readonly string[];
  /** The stream's revision after the command. */
  readonly revision: number;
  /** The native position of its last event; absent when it changed nothing. */
  readonly position: bigint | undefined;
  /** True when the command had been absorbed before. */
  readonly repeated: boolean;
}

export type Outcome =
  | { readonly outcome: 'accepted'; readonly answer: Answer; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The stream is not where `If-Match` says; `between` is what happened since. */
  | {
      readonly outcome: 'conflict';
      readonly expected: number;
      readonly actual: number;
      readonly between: readonly LoggedEvent[];
    }
  /** The same command id came before with another content. */
  | { readonly outcome: 'id-reused' };
