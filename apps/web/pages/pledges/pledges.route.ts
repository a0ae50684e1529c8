import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { type PledgeFilter, pledgeFilters } from '../../ui/pledges.ts';

/** What of the pledges is shown, as it stands in the address: `?toon=late`. */
interface PledgesSearch {
  readonly toon?: PledgeFilter;
}

export const pledgesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'toezeggingen',
  validateSearch: ({ toon }: Record<string, unknown>): PledgesSearch => {
    const known = pledgeFilters.find((filter) => filter === toon);
    return known === undefined ? {} : { toon: known };
  },
  component: lazyRouteComponent(() => import('./pledges.page.tsx'), 'PledgesPage'),
});
