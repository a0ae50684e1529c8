import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory } from '../story/narrowing.ts';
import { readSearch } from './search.ts';

export const dossierRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'dossier',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./dossier.page.tsx'), 'DossierPage'),
});

export const newItemRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'dossier/nieuw',
  component: lazyRouteComponent(() => import('./new-item.page.tsx'), 'NewItemPage'),
});

export const itemRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'dossier/$item',
  validateSearch: readStory,
  component: lazyRouteComponent(() => import('./item.page.tsx'), 'ItemPage'),
});
