import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { type Permission, rolesWith } from '#identity/roles';

export const openKey = 'samenspel:open';
export const permissionKey = 'samenspel:permission';
export const takesPartKey = 'samenspel:takes-part';

/** A route that asks for no token: the pages, the documentation, the health, a calendar link, an application form. */
export const Open = () => SetMetadata(openKey, true);

/** A route for those who have this permission. A route that says neither `Open`, `May` nor `TakesPart` is refused to everyone. */
export const May = (permission: Permission) =>
  applyDecorators(
    SetMetadata(permissionKey, permission),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid token.' }),
    ApiForbiddenResponse({ description: `Only for: ${rolesWith(permission).join(', ')}.` }),
  );

/**
 * A route for who takes part, by the link that the lead gave. A token of somebody who signed in does not serve here, and
 * that link nowhere else.
 */
export const TakesPart = () =>
  applyDecorators(
    SetMetadata(takesPartKey, true),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'The link has expired, was revoked, or is none.' }),
  );
