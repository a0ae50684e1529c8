import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory, type StorySearch } from '../story/narrowing.ts';

export const meetingsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten',
  component: lazyRouteComponent(() => import('./meetings.page.tsx'), 'MeetingsPage'),
});

export const meetingRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'bijeenkomsten/$meeting',
  validateSearch: (search: Record<string, unknown>): StorySearch => readStory(search),
  component: lazyRouteComponent(() => import('./meeting.page.tsx'), 'MeetingPage'),
});
