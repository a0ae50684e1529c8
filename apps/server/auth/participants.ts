import { Inject, Injectable } from '@nestjs/common';
import { derivedId } from '#commands/ids';
import { type Access, accessOn, type ItemWithFacts, knownItem } from '#domain/dossier/taking-part';
import { subject } from '#domain/kernel/subject';
import type { Principal } from '#identity/principal';
import { type ParticipationLink, TokenAuthority, TokenRefused } from '#identity/token-authority';
import { Engines } from '../engines.ts';
import { type Problem, problem } from '../http/problem.ts';

const challenge = { 'WWW-Authenticate': 'Bearer realm="samenspel-participation"' };

/** Somebody who takes part, under the access that was given. */
export interface Participant extends Access {
  readonly organisation: string;
}

/** Who a participant's link is of. Whether it holds is read from the log each time: a revocation counts at once. */
@Injectable()
export class Participants {
  constructor(
    private readonly engines: Engines,
    @Inject(TokenAuthority) private readonly tokens: TokenAuthority,
  ) {}

  /** @throws Problem 401 that says what to do: the link is none, has expired, or was revoked. */
  async of(token: string | undefined): Promise<Participant> {
    const { access, trajectory } = await this.linkOf(token);
    const { useCases } = this.engines.parts;
    const item = knownItem(await useCases.itemState(access));
    const held = item && accessOn(item, await this.engines.today());
    if (!held) throw refused(isRevoked(item) ? 'link-revoked' : 'link-expired');
    const state = await useCases.trajectoryState(held.trajectory);
    if (state.status === 'unknown' || held.trajectory !== trajectory) throw refused('link-invalid');
    return { ...held, organisation: state.organisation };
  }

  private async linkOf(token: string | undefined): Promise<ParticipationLink> {
    if (token === undefined) throw refused('link-invalid');
    try {
      return await this.tokens.verifyParticipationLink(token);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      throw refused(error.code === 'token-expired' ? 'link-expired' : 'link-invalid');
    }
  }
}

/** The pseudonymous id of whoever acts by an access: one for each, so that what was done by it can be asked for. */
export function actorOf(access: string): string {
  return derivedId(access, 'participant');
}

/** As the envelope of what is recorded names them: the grant is the access, which says who gave it. */
export function principalOf({ access, organisation }: Participant): Principal {
  return {
    actor: actorOf(access),
    role: 'participant',
    grant: access,
    onBehalfOf: subject('organisation', organisation),
  };
}

/** Revoked, or its giving was taken back: then nothing may be known of it any more. */
function isRevoked(item: ItemWithFacts | undefined): boolean {
  return item?.begun === undefined || item.facts.some(({ fact }) => fact === 'revoked');
}

function refused(code: 'link-invalid' | 'link-expired' | 'link-revoked'): Problem {
  return problem(401, code, {}, { headers: challenge });
}
