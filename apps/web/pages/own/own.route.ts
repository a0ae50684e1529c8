import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root-route.ts';

/** The page of somebody who takes part; the link stands behind the `#`. */
export const ownRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'deelname',
  staticData: { isPublic: true },
  component: lazyRouteComponent(() => import('./own.page.tsx'), 'OwnPage'),
});
