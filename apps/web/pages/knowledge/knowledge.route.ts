import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { readSearch } from './part.ts';

export const knowledgeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'kennis',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./knowledge.page.tsx'), 'KnowledgePage'),
});
