import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type PeriodSearch, readPeriod } from '../../data/period.ts';
import { programmeRoute } from '../../shell/root-route.ts';

const causes = ['real', 'recorded-late', 'correction', 'retraction'] as const;

/** Which two days are compared, as they stand in the address. */
interface CompareSearch extends PeriodSearch {
  readonly waarom?: (typeof causes)[number];
}

export const compareRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'vergelijken',
  validateSearch: ({ waarom, ...search }: Record<string, unknown>): CompareSearch => {
    const cause = causes.find((one) => one === waarom);
    return {
      ...readPeriod(search),
      ...(cause !== undefined && { waarom: cause }),
    };
  },
  component: lazyRouteComponent(() => import('./compare.page.tsx'), 'ComparePage'),
});
