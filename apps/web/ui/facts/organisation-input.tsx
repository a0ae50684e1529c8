import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { organisationsNamed } from '../../data/ask-register.ts';
import { LineField } from '../form.tsx';
import { longestSearch } from '../search-field.tsx';
import { useWords } from '../words.tsx';
import type { TextProps } from './input.ts';
import { nameIn, organisationWords } from './organisation-words.ts';
import { useOrganisations } from './references.ts';

/** Somebody who types fast asks once. */
const pauseMilliseconds = 200;
const fewestLetters = 2;

/** An organisation by its name, from the register; those of the programme are offered at once. */
export function OrganisationInput(props: TextProps) {
  const { t, word } = useWords();
  const search = useRested(nameIn(props.value));
  const asked = { ...organisationsNamed(search), enabled: search.length >= fewestLetters };
  const { data } = useQuery({ ...asked, placeholderData: keepPreviousData });
  const today = data?.basis.validOn ?? '';
  const found = (data?.data.items ?? []).filter(({ validUntil }) => (validUntil ?? today) >= today);
  const own = useOrganisations();
  const offered =
    search.length < fewestLetters
      ? own
      : found.map(
          ({ id, cbs = null, name, kind, province }) =>
            [
              organisationWords({ id, cbs, name }),
              [word('organisationKind', kind), ...(province ? [province] : [])].join(', '),
            ] as const,
        );
  /** Whoever typed a name to its end has chosen it. */
  const settle = () => {
    const same = found.filter(({ name }) => name.toLowerCase() === props.value.trim().toLowerCase());
    const [only] = same;
    if (only !== undefined && same.length === 1) props.onChange(organisationWords({ ...only, cbs: only.cbs ?? null }));
  };
  return (
    <LineField
      {...props}
      kind="organisation"
      maxLength={longestSearch}
      hint={t('form.organisationHint')}
      offered={offered}
      onBlur={settle}
    />
  );
}

/** The text once nobody has typed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
