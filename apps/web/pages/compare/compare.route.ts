import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch } from './search.ts';

export const compareRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'vergelijken',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./compare.page.tsx'), 'ComparePage'),
});
