import type { Request } from 'express';
import type { Principal } from '#identity/principal';

/** A request as it comes by: the middleware gives it an id, the guard says who sends it. */
export interface ApiRequest extends Request {
  requestId?: string;
  principal?: Principal;
  /** Set when its simulated clock was behind: the clock that an earlier request told. */
  clockWas?: string;
}
