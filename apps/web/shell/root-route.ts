import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPast } from '../data/moment.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** For who does not sign in: it stands in a frame without the menu. */
    readonly isPublic?: boolean;
  }
}

/** Everything stands in the frame: header, navigation, footer. */
export const rootRoute = createRootRoute({
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
});

/** The pages of one programme; each can be seen as it was known on a day (`?bekend=2026-06-01`). */
export const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'programmas/$programme',
  validateSearch: readPast,
  component: lazyRouteComponent(() => import('./programme-frame.tsx'), 'ProgrammeFrame'),
});
