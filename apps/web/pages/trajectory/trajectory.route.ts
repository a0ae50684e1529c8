import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory, type StorySearch } from '../story/narrowing.ts';
import { readSearch, type TrajectoriesSearch } from './search.ts';

export const trajectoriesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames',
  validateSearch: (search: Record<string, unknown>): TrajectoriesSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./trajectories.page.tsx'), 'TrajectoriesPage'),
});

export const trajectoryRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'deelnames/$trajectory',
  validateSearch: (search: Record<string, unknown>): StorySearch => readStory(search),
  component: lazyRouteComponent(() => import('./trajectory.page.tsx'), 'TrajectoryPage'),
});
