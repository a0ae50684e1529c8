import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import type { ItemOn } from './items-on.ts';

interface Defined {
  readonly organisation: string;
  readonly key: string;
  readonly label: string;
  readonly elsewhere: readonly { readonly organisation: string; readonly name: string }[];
}

/** A competency as it is said by whom was measured. */
interface Sought {
  readonly said: string;
  readonly whom: { readonly organisation: NamedOrganisation | null };
}

/**
 * Under which key and label a competency counts. Role profiles say how other organisations call the same: what such an
 * organisation's own profile has under that name, or what it measures under a key made of it, is that competency.
 */
export function namesOf(
  profiles: readonly ItemOn<'role-profile'>[],
  around: AroundItem,
): (sought: Sought) => { readonly key: string; readonly label: string } {
  const defined = profiles
    .toSorted((a, b) => compare(a.facts[0]?.on ?? '', b.facts[0]?.on ?? '') || compare(a.row.item, b.row.item))
    .flatMap((item) => definedIn(item, around));
  const same = new Map<string, string>();
  const keyOf = (organisation: string, key: string) => same.get(`${organisation} ${key}`) ?? key;
  for (const { organisation, key, elsewhere } of defined) {
    const own = keyOf(organisation, key);
    for (const other of elsewhere) {
      for (const theirs of keysFor(other, defined)) {
        if (keyOf(other.organisation, theirs) !== own) same.set(`${other.organisation} ${theirs}`, own);
      }
    }
  }
  return ({ said, whom }) => {
    const key = keyOf(whom.organisation?.id ?? '', said);
    return { key, label: defined.find((one) => one.key === key)?.label ?? key };
  };
}

function definedIn({ row, facts }: ItemOn<'role-profile'>, around: AroundItem): Defined[] {
  const last = facts.flatMap((fact) =>
    fact.type === 'role-profile.drafted.v1' || fact.type === 'role-profile.revised.v1' ? [fact.data.competencies] : [],
  );
  const organisation = around.organisationOf(row)?.id ?? '';
  return (last.at(-1) ?? []).map(({ key, label, elsewhere = [] }) => ({ organisation, key, label, elsewhere }));
}

/** The keys under which that organisation has what it calls by that name. */
function keysFor({ organisation, name }: Defined['elsewhere'][number], defined: readonly Defined[]): string[] {
  const theirs = defined.filter((one) => one.organisation === organisation && plain(one.label) === plain(name));
  return [...new Set([...theirs.map(({ key }) => key), plain(name).replace(/[^a-z0-9]+/g, '-')])];
}
