import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory } from '../story/narrowing.ts';

export const meetingsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten',
  component: lazyRouteComponent(() => import('./meetings.page.tsx'), 'MeetingsPage'),
});

export const meetingRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten/$meeting',
  validateSearch: readStory,
  component: lazyRouteComponent(() => import('./meeting.page.tsx'), 'MeetingPage'),
});
