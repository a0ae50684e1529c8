import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'overzicht',
  component: lazyRouteComponent(() => import('./programme.page.tsx'), 'ProgrammePage'),
});
