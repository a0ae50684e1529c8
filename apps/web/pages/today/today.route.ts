import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const todayRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'vandaag',
  component: lazyRouteComponent(() => import('./today.page.tsx'), 'TodayPage'),
});
