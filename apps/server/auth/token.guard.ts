import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, type Permission, rolesWith } from '#identity/roles';
import { TokenAuthority, TokenRefused } from '#identity/token-authority';
import { problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { openKey, permissionKey, takesPartKey } from './access.ts';
import { Participants, principalOf } from './participants.ts';

const challenge = { 'WWW-Authenticate': 'Bearer realm="samenspel"' };

/** Refuses every route without a valid token (401) and every role that lacks the route's permission (403). */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenAuthority) private readonly tokens: TokenAuthority,
    @Inject(Participants) private readonly participants: Participants,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(openKey, places)) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (this.reflector.getAllAndOverride<boolean | undefined>(takesPartKey, places)) return this.letIn(request);
    const token = tokenIn(request.headers.authorization);
    const principal = await this.principalOf(token);
    request.principal = principal;
    request.token = token;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, places);
    if (permission !== undefined && may(principal.role, permission)) return true;
    const roles = permission === undefined ? '' : rolesWith(permission).join(', ');
    throw problem(403, 'role-not-allowed', { roles });
  }

  private async letIn(request: ApiRequest): Promise<true> {
    const participant = await this.participants.of(bearerIn(request.headers.authorization));
    request.participant = participant;
    request.principal = principalOf(participant);
    return true;
  }

  private async principalOf(token: string) {
    try {
      return await this.tokens.verify(token);
    } catch (error) {
      if (error instanceof TokenRefused) throw problem(401, error.code, {}, { headers: challenge });
      throw error;
    }
  }
}

function tokenIn(header: string | undefined): string {
  const token = bearerIn(header);
  if (token !== undefined) return token;
  throw problem(401, header === undefined ? 'token-missing' : 'token-invalid', {}, { headers: challenge });
}

function bearerIn(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
}
