import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { type CompareSearch, readSearch } from './search.ts';

export const compareRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'vergelijken',
  validateSearch: (search: Record<string, unknown>): CompareSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./compare.page.tsx'), 'ComparePage'),
});
