import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const trajectoriesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames',
  component: lazyRouteComponent(() => import('./trajectories.page.tsx'), 'TrajectoriesPage'),
});

export const trajectoryRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames/$trajectory',
  component: lazyRouteComponent(() => import('./trajectory.page.tsx'), 'TrajectoryPage'),
});
