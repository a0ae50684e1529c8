import type { DossierItem } from '../../data/answers/follow.ts';

export type OwnDossierPart = 'work' | 'outcomes' | 'documents' | 'others';

/** Under which heading a kind stands; what is not here stands under the last. */
const partOfKind: Readonly<Record<string, OwnDossierPart>> = {
  assignment: 'work',
  action: 'work',
  module: 'work',
  experiment: 'work',
  outcome: 'outcomes',
  reach: 'outcomes',
  'competency-measurement': 'outcomes',
  evaluation: 'outcomes',
  'relapse-check': 'outcomes',
  proposal: 'documents',
  'knowledge-product': 'documents',
  decision: 'documents',
  closing: 'documents',
  'needs-analysis': 'documents',
  'role-profile': 'documents',
  vision: 'documents',
};

/** The items by heading, in the order of the headings; a heading without items is left out. */
export function partsOf(items: readonly DossierItem[]): { part: OwnDossierPart; items: DossierItem[] }[] {
  const parts: readonly OwnDossierPart[] = ['work', 'outcomes', 'documents', 'others'];
  return parts.flatMap((part) => {
    const some = items.filter(({ kind }) => (partOfKind[kind] ?? 'others') === part);
    return some.length > 0 ? [{ part, items: some }] : [];
  });
}
