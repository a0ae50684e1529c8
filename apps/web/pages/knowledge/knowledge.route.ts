import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { programmeRoute } from '../../shell/root-route.ts';
import { isPart, type Part } from './part.ts';

/** Which part is shown and what is searched for, as they stand in the address. */
export interface KnowledgeSearch {
  readonly deel?: Part;
  readonly zoek?: string;
}

export const knowledgeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'kennis',
  validateSearch: ({ deel, zoek }: Record<string, unknown>): KnowledgeSearch => ({
    ...(isPart(deel) && { deel }),
    ...(typeof zoek === 'string' && zoek !== '' && { zoek }),
  }),
  component: lazyRouteComponent(() => import('./knowledge.page.tsx'), 'KnowledgePage'),
});
