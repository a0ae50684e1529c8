import type { Request } from 'express';
import type { Principal } from '#identity/principal';
import type { Participant } from '../auth/participants.ts';
import type { FieldError } from './problem.ts';

/** A request as it comes by: the middleware gives it an id, the guard says who sends it. */
export interface ApiRequest extends Request {
  requestId?: string;
  principal?: Principal;
  /** Who takes part, where it was sent by the link of a participant; checked against the log. */
  participant?: Participant;
  /** With which it was signed in; checked. */
  token?: string;
  /** What is wrong with its headers; told together with what is wrong with its body. */
  headerErrors?: readonly FieldError[];
  /** On an example, the simulated clock that it tells or goes by, and the clock that it is behind, if it is. */
  clock?: { readonly told: string; readonly behind: string | undefined };
}
