import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { type KnowledgeSearch, readSearch } from './part.ts';

export const knowledgeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'kennis',
  validateSearch: (search: Record<string, unknown>): KnowledgeSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./knowledge.page.tsx'), 'KnowledgePage'),
});
