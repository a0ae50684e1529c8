import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

/** Whose story is read, as it stands in the address. */
interface AuditSearch {
  readonly deelname?: string;
}

export const auditRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'audit',
  validateSearch: ({ deelname }: Record<string, unknown>): AuditSearch =>
    typeof deelname === 'string' && deelname !== '' ? { deelname } : {},
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});
