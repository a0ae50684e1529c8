import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const reportsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'rapportages',
  component: lazyRouteComponent(() => import('./reports.page.tsx'), 'ReportsPage'),
});

export const reportRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'rapportages/management',
  component: lazyRouteComponent(() => import('./report.page.tsx'), 'ReportPage'),
});

export const runRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'rapportages/$schedule/$due',
  component: lazyRouteComponent(() => import('./run.page.tsx'), 'RunPage'),
});
