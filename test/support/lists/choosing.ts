import { compare, plain } from '#views/query/plain';
import type { NamedOrganisation, OrganisationsAsked } from '#views/register/register';

/** Whether the organisation is one of those asked; null is nobody's. */
export function organisationFits(named: NamedOrganisation | null, { search, province }: OrganisationsAsked): boolean {
  if (search === undefined && province === undefined) return true;
  if (!named || named.name === named.id) return false;
  const isFound = search === undefined || plain(named.name).includes(plain(search));
  return isFound && (province === undefined || plain(named.province ?? '') === plain(province));
}

type Key = number | string;

/** A hyphen turns the first key round; what is equal goes by the second, and at last by id. */
export function by<T>(sort: string, keys: Readonly<Record<string, (item: T) => Key>>) {
  const turn = sort.startsWith('-') ? -1 : 1;
  const key = (name: string, item: T) => keys[name]?.(item) ?? 0;
  const first = sort.replace(/^-/, '');
  return (a: T, b: T): number =>
    turn * inOrder(key(first, a), key(first, b)) ||
    inOrder(key('second', a), key('second', b)) ||
    inOrder(key('id', a), key('id', b));
}

function inOrder(a: Key, b: Key): number {
  return typeof a === 'string' && typeof b === 'string' ? compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
}
