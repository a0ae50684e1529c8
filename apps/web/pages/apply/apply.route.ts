import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root-route.ts';

/** The form by which an organisation applies to a programme, for everybody who has its address. */
export const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'aanmelden/$programme',
  staticData: { isPublic: true },
  component: lazyRouteComponent(() => import('./apply.page.tsx'), 'ApplyPage'),
});
