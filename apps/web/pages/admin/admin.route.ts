import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root-route.ts';

export const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'beheer',
  component: lazyRouteComponent(() => import('./admin.page.tsx'), 'AdminPage'),
});
