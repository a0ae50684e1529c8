import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type PeriodSearch, readPeriod } from '../../data/period.ts';
import { programmeRoute } from '../../shell/root-route.ts';

export const noteRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'stuurgroepnotitie',
  validateSearch: (search: Record<string, unknown>): PeriodSearch => readPeriod(search),
  component: lazyRouteComponent(() => import('./note.page.tsx'), 'NotePage'),
});
