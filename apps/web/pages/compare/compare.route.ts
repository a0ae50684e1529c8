import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isDay } from '../../data/dates.ts';
import { programmeRoute } from '../../shell/root-route.ts';

const causes = ['real', 'recorded-late', 'correction', 'retraction'] as const;

/** Which two days are compared, as they stand in the address. */
interface CompareSearch {
  readonly van?: string;
  readonly tot?: string;
  readonly waarom?: (typeof causes)[number];
}

export const compareRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'vergelijken',
  validateSearch: ({ van, tot, waarom }: Record<string, unknown>): CompareSearch => {
    const cause = causes.find((one) => one === waarom);
    return {
      ...(typeof van === 'string' && isDay(van) && { van }),
      ...(typeof tot === 'string' && isDay(tot) && { tot }),
      ...(cause !== undefined && { waarom: cause }),
    };
  },
  component: lazyRouteComponent(() => import('./compare.page.tsx'), 'ComparePage'),
});
