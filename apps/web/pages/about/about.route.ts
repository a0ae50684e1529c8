import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root-route.ts';

export const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'over',
  component: lazyRouteComponent(() => import('./about.page.tsx'), 'AboutPage'),
});
