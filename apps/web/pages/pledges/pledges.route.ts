import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { type PledgesSearch, readSearch } from './search.ts';

export const pledgesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'toezeggingen',
  validateSearch: (search: Record<string, unknown>): PledgesSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./pledges.page.tsx'), 'PledgesPage'),
});
