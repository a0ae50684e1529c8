import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

export const meetingsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten',
  component: lazyRouteComponent(() => import('./meetings.page.tsx'), 'MeetingsPage'),
});

export const meetingRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten/$meeting',
  component: lazyRouteComponent(() => import('./meeting.page.tsx'), 'MeetingPage'),
});
