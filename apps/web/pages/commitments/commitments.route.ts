import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { type CommitmentsSearch, readSearch } from './search.ts';

export const commitmentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'commitment',
  validateSearch: (search: Record<string, unknown>): CommitmentsSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./commitments.page.tsx'), 'CommitmentsPage'),
});
