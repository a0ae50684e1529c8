import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch } from './search.ts';

export const auditRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'audit',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});
