import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const importRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'import',
  component: lazyRouteComponent(() => import('./import.page.tsx'), 'ImportPage'),
});
