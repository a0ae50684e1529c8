import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';

/** Of what somebody is reminded: the subject, its name for people, and where it belongs. */
export interface RemindSearch {
  readonly over?: string | undefined;
  readonly naam?: string | undefined;
  readonly deelname?: string | undefined;
  readonly rol?: string | undefined;
}

const fields = ['over', 'naam', 'deelname', 'rol'] as const;

export const remindRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'herinneren',
  validateSearch: (search: Record<string, unknown>): RemindSearch =>
    Object.fromEntries(fields.flatMap((field) => (typeof search[field] === 'string' ? [[field, search[field]]] : []))),
  component: lazyRouteComponent(() => import('./remind.page.tsx'), 'RemindPage'),
});
