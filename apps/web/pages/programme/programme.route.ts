import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { keepPast } from '../../data/moment.ts';
import { programmeRoute } from '../../shell/root-route.ts';

/** The address of a programme itself leads to its first page. */
export const firstPageRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/programmas/$programme/vandaag', params, search: keepPast(search), replace: true });
  },
});

export const overviewRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'overzicht',
  component: lazyRouteComponent(() => import('./programme.page.tsx'), 'ProgrammePage'),
});
