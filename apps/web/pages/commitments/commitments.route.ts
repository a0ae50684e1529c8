import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const commitmentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'commitment',
  component: lazyRouteComponent(() => import('./commitments.page.tsx'), 'CommitmentsPage'),
});
