import { subjectIds } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';

/** Which fields of a fact's data name another item of the dossier, and of which kind that should be. */
const kindOfField: Readonly<Record<string, string>> = {
  module: 'module',
  partOf: 'unit',
  proposal: 'proposal',
  roleProfile: 'role-profile',
  rule: 'admission-rule',
  team: 'team',
  theme: 'theme',
  unit: 'unit',
};

/** An item that a fact names; without a kind it may be of any. */
export interface NamedItem {
  readonly item: string;
  readonly field: string;
  readonly kind: string | undefined;
}

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The items that a fact's data names. A unit may be told by its name, which is no item. */
export function itemsNamed(data: object): NamedItem[] {
  return Object.entries(data).flatMap(([field, value]): NamedItem[] => {
    if (field === 'items' && Array.isArray(value)) return value.map((item) => ({ item, field, kind: undefined }));
    const kind = kindOfField[field];
    return kind !== undefined && typeof value === 'string' && isId.test(value) ? [{ item: value, field, kind }] : [];
  });
}

/** A trajectory that stands in a list of a fact's data, and the field of that list. */
export interface ListedTrajectory {
  readonly trajectory: string;
  readonly field: string;
}

/** The trajectories that lists of a fact's data name: who was invited, whom an event concerns, who voted. */
export function trajectoriesListed(data: object): ListedTrajectory[] {
  return Object.entries(data).flatMap(([field, value]) => {
    const ids = Array.isArray(value) ? subjectIds(subjectsNamed({ [field]: value }), 'trajectory') : [];
    return ids.map((trajectory) => ({ trajectory, field }));
  });
}
