import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch } from './search.ts';

export const commitmentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'commitment',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./commitments.page.tsx'), 'CommitmentsPage'),
});
