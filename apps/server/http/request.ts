import type { Request } from 'express';
import type { Principal } from '#identity/principal';

/** A request as it comes by: the middleware gives it an id, the guard says who sends it. */
export interface ApiRequest extends Request {
  requestId?: string;
  principal?: Principal;
  /** The simulated clock that it tells, and the clock that it is behind, if it is. */
  clock?: { readonly told: string; readonly behind: string | undefined };
}
