import { type SubjectKind, subjectIds } from '../kernel/subject.ts';
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
  return Object.entries(data).flatMap(([field, value]) =>
    Array.isArray(value) ? idsIn(field, value, 'trajectory').map((trajectory) => ({ trajectory, field })) : [],
  );
}

/** An organisation that a fact's data names, and the field in which it stands. */
export interface NamedOrganisation {
  readonly organisation: string;
  readonly field: string;
}

/**
 * The organisations that a fact's data names, alone or in lists: the host of a visit and its guests, who voted. What an
 * entry of a list lists itself is left out: those take no part that day, as who calls a competency otherwise.
 */
export function organisationsNamed(data: object): NamedOrganisation[] {
  return Object.entries(data).flatMap(([field, value]) =>
    idsIn(field, Array.isArray(value) ? value.map(withoutLists) : value, 'organisation').map((organisation) => ({
      organisation,
      field,
    })),
  );
}

function withoutLists(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => !Array.isArray(value)));
}

function idsIn(field: string, value: unknown, kind: SubjectKind): string[] {
  return subjectIds(subjectsNamed({ [field]: value }), kind);
}
