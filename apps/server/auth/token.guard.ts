import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, type Permission, rolesWith } from '#identity/roles';
import { TokenAuthority, TokenRefused } from '#identity/token-authority';
import { problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { openKey, permissionKey } from './access.ts';

const challenge = { 'WWW-Authenticate': 'Bearer realm="samenspel"' };

/** Refuses every route without a valid token (401) and every role that lacks the route's permission (403). */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenAuthority) private readonly tokens: TokenAuthority,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(openKey, places)) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = tokenIn(request.headers.authorization);
    const principal = await this.principalOf(token);
    request.principal = principal;
    request.token = token;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, places);
    if (permission !== undefined && may(principal.role, permission)) return true;
    const roles = permission === undefined ? '' : rolesWith(permission).join(', ');
    throw problem(403, 'role-not-allowed', { roles });
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
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
  if (token !== undefined) return token;
  throw problem(401, header === undefined ? 'token-missing' : 'token-invalid', {}, { headers: challenge });
}
