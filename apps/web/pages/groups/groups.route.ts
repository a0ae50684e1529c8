import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const groupsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'groepen',
  component: lazyRouteComponent(() => import('./groups.page.tsx'), 'GroupsPage'),
});

export const composeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'groepen/$network',
  component: lazyRouteComponent(() => import('./compose.page.tsx'), 'ComposePage'),
});
