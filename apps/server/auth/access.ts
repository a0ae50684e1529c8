import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { type Permission, rolesWith } from '#identity/roles';

export const openKey = 'samenspel:open';
export const permissionKey = 'samenspel:permission';

/** A route that asks for no token. Only the start page, the documentation, the OpenAPI document and the health. */
export const Open = () => SetMetadata(openKey, true);

/** A route for those who have this permission. A route that says neither `Open` nor `May` is refused to everyone. */
export const May = (permission: Permission) =>
  applyDecorators(
    SetMetadata(permissionKey, permission),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid token.' }),
    ApiForbiddenResponse({ description: `Only for: ${rolesWith(permission).join(', ')}.` }),
  );
