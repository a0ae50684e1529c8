import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPeriod } from '../../data/period.ts';
import { programmeRoute } from '../../shell/root-route.ts';

export const noteRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'stuurgroepnotitie',
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import('./note.page.tsx'), 'NotePage'),
});
