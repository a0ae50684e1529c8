import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Applicant } from '../../data/answers/taking-part.ts';
import { applicantsLike } from '../../data/taking-part.ts';
import { LineField } from '../../ui/form.tsx';
import { longestSearch } from '../../ui/search-field.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly chosen: Applicant | undefined;
  readonly onChoose: (organisation: Applicant | undefined) => void;
  readonly error: unknown;
}

/** First a part of the name, then one of those that are found. */
export function OrganisationChoice({ chosen, onChoose, error }: Props) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const found = useQuery(applicantsLike(asked)).data;
  const type = (text: string) => {
    setSearch(text);
    onChoose(undefined);
  };
  return (
    <div className="apply__organisation">
      <LineField
        label={t('apply.organisation')}
        name="organisation"
        hint={t('apply.organisationHint')}
        error={chosen === undefined ? error : undefined}
        kind="choice"
        maxLength={longestSearch}
        value={search}
        onChange={type}
      />
      <p role="status" className="hint">
        {asked.length > 1 && found !== undefined && t('apply.found', { count: found.length })}
      </p>
      {found !== undefined && found.length > 0 && (
        <fieldset className="apply__found">
          <legend className="hidden">{t('apply.whichOrganisation')}</legend>
          {found.map((organisation) => (
            <label key={organisation.id} className="poll__date">
              <input
                type="radio"
                name="organisation"
                checked={chosen?.id === organisation.id}
                onChange={() => onChoose(organisation)}
              />
              <Named {...organisation} />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Named({ name, kind }: Applicant) {
  const { word } = useWords();
  return (
    <span>
      {name} <span className="row__note">{word('applicant', kind)}</span>
    </span>
  );
}
