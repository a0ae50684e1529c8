import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root-route.ts';

/** With `?toon=alle` the choice is shown, also when there is one programme or one was opened before. */
interface ChooseSearch {
  readonly toon?: 'alle';
}

export const chooseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: ({ toon }: Record<string, unknown>): ChooseSearch => (toon === 'alle' ? { toon } : {}),
  component: lazyRouteComponent(() => import('./choose.page.tsx'), 'ChoosePage'),
});
