import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch as readStory, type StorySearch } from '../story/narrowing.ts';
import { type DossierSearch, readSearch } from './search.ts';

export const dossierRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'dossier',
  validateSearch: (search: Record<string, unknown>): DossierSearch => readSearch(search),
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
  validateSearch: (search: Record<string, unknown>): StorySearch => readStory(search),
  component: lazyRouteComponent(() => import('./item.page.tsx'), 'ItemPage'),
});
