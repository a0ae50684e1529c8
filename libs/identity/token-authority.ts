import { decodeJwt, errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { SignedIn } from './principal.ts';
import { type SignInRole, signInRoles } from './roles.ts';
import { longestLink, openSigningKey, type SigningKey } from './signing-key.ts';

const issuer = 'samenspel';
const audience = 'samenspel-api';
const halfADay = 12 * 60 * 60;
/** A link that a calendar program keeps opens the calendar, and nothing else of the API. */
const calendarAudience = 'samenspel-calendar';
/** A link that a participant got opens the pages of one who takes part, and nothing else of the API. */
const participationAudience = 'samenspel-participation';

const calendarClaims = z.object({ sub: z.uuid() });
const participationClaims = z.object({ sub: z.uuid(), jti: z.uuid() });
const claims = z.object({ sub: z.uuid(), jti: z.uuid(), role: z.enum(signInRoles) });

/** Why a token is not accepted. `expired` is told apart, because signing in again is the remedy. */
export class TokenRefused extends Error {
  constructor(readonly code: 'token-expired' | 'token-invalid') {
    super(code);
  }
}

export interface IssueOptions {
  /**
   * Pseudonymous id of a person; by default the same for a role in one data folder, which is for trying out: whoever has such
   * a token is the same one in the log.
   */
  readonly actor?: string;
  /** Seconds, by default twelve hours; to be kept short, for a token that leaked is good until then. */
  readonly validFor?: number;
}

/** What a participant's link says: the access that was given, and the trajectory that it is for. */
export interface ParticipationLink {
  readonly access: string;
  readonly trajectory: string;
}

/** Whom a token is of, for what it is good, and for how many seconds. */
interface Stamp {
  readonly subject: string;
  readonly audience: string;
  readonly validFor: number;
}

/**
 * Issues and verifies signed tokens (JWT, HS256). It keeps no list: a token is good until it expires, or until the key that
 * signed it is replaced.
 */
export class TokenAuthority {
  readonly #key: SigningKey;
  readonly #now: () => Date;

  constructor(key: SigningKey, now: () => Date = () => new Date()) {
    this.#key = key;
    this.#now = now;
  }

  /** The authority of this data folder; its key is made on first use. */
  static async open(dataFolder: string): Promise<TokenAuthority> {
    return new TokenAuthority(await openSigningKey(dataFolder));
  }

  /** A token for that role; its id (`jti`) is the grant that every event then names. */
  async issue(role: SignInRole, options: IssueOptions = {}): Promise<string> {
    return this.#signed(new SignJWT({ role }).setJti(uuidv7()), {
      subject: options.actor ?? uuidv5(`role:${role}`, this.#key.first ?? this.#key.id),
      audience,
      validFor: options.validFor ?? halfADay,
    });
  }

  /** What stands in the link to the calendar of that programme: good for a year, for whoever has it. */
  async issueCalendarLink(programme: string): Promise<string> {
    return this.#signed(new SignJWT(), { subject: programme, audience: calendarAudience, validFor: longestLink });
  }

  /**
   * The programme whose calendar this link opens.
   *
   * @throws TokenRefused when it is expired or none of ours.
   */
  async programmeOfCalendarLink(link: string): Promise<string> {
    return (await this.#verified(link, calendarAudience, calendarClaims)).sub;
  }

  /**
   * What stands in the link of a participant; its id (`jti`) is the access in the log, which says whether it still holds.
   * Never good for more than a year, however long `validFor` (seconds) is.
   */
  async issueParticipationLink({ access, trajectory }: ParticipationLink, validFor: number): Promise<string> {
    const stamp = { subject: trajectory, audience: participationAudience, validFor: Math.min(validFor, longestLink) };
    return this.#signed(new SignJWT().setJti(access), stamp);
  }

  /**
   * What a participant's link says. Whether the access was revoked is for the log to tell.
   *
   * @throws TokenRefused when it is expired or none of ours.
   */
  async verifyParticipationLink(token: string): Promise<ParticipationLink> {
    const { sub, jti } = await this.#verified(token, participationAudience, participationClaims);
    return { access: jti, trajectory: sub };
  }

  /** When a token that was verified stops being good: an answer that goes on must end then. */
  expiryOf(token: string): Date {
    return new Date((decodeJwt(token).exp ?? 0) * 1_000);
  }

  /**
   * Who the bearer of this token is.
   *
   * @throws TokenRefused when it is expired, signed by another, meant for another or malformed.
   */
  async verify(token: string): Promise<SignedIn> {
    const { sub, jti, role } = await this.#verified(token, audience, claims);
    return { actor: sub, role, grant: jti };
  }

  #signed(token: SignJWT, { subject, audience: meantFor, validFor }: Stamp): Promise<string> {
    const issuedAt = Math.floor(this.#now().getTime() / 1000);
    return token
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: this.#key.id })
      .setSubject(subject)
      .setIssuer(issuer)
      .setAudience(meantFor)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + validFor)
      .sign(this.#key.secret);
  }

  /** A key that was replaced is good for links alone: that is what ends the tokens of before. */
  #secretFor({ kid }: JWTHeaderParameters, meantFor: string): Uint8Array {
    const former = meantFor === audience ? [] : (this.#key.former ?? []);
    const signer = [this.#key, ...former].find(({ id }) => id === kid);
    if (!signer) throw new TokenRefused('token-invalid');
    return signer.secret;
  }

  async #verified<T>(token: string, meantFor: string, shape: z.ZodType<T>): Promise<T> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.#secretFor(header, meantFor), {
        issuer,
        audience: meantFor,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'iat'],
        currentDate: this.#now(),
      });
      return shape.parse(payload);
    } catch (error) {
      throw new TokenRefused(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid');
    }
  }
}
