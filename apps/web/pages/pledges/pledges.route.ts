import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch } from './search.ts';

export const pledgesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'toezeggingen',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./pledges.page.tsx'), 'PledgesPage'),
});
