import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory } from '../story/narrowing.ts';
import { readSearch } from './search.ts';

export const trajectoriesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./trajectories.page.tsx'), 'TrajectoriesPage'),
});

export const trajectoryRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames/$trajectory',
  validateSearch: readStory,
  component: lazyRouteComponent(() => import('./trajectory.page.tsx'), 'TrajectoryPage'),
});
