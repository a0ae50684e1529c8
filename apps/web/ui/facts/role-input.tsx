import { useState } from 'react';
import { ChoiceField, LineField } from '../form.tsx';
import { useWords } from '../words.tsx';
import type { TextProps } from './input.ts';
import type { Option } from './option.ts';
import { roleIn, roles } from './roles.ts';

/** Stands in the list for a role that is not in it; no key looks like this. */
const other = '…';

interface Props extends TextProps {
  readonly required?: boolean;
}

/** A role out of those that are known, or another in ordinary words; what is kept is its key. */
export function RoleInput({ required = true, ...props }: Props) {
  const { t, word } = useWords();
  const [typed, setTyped] = useState<string>();
  const { label, error, value, onChange } = props;
  const wordOf = (role: string) => word('role', role);
  // The field may have been given another value since, as when it was recorded.
  const isOther = typed !== undefined && roleIn(typed, wordOf) === value;
  const own = value === '' || isOther || roles.includes(value) ? [] : [value];
  const options: readonly Option[] = [
    ['', t(required ? 'form.choose' : 'form.noChoice')],
    ...[...roles, ...own].map((role): Option => [role, wordOf(role)]),
    [other, t('form.otherRole')],
  ];
  const name = (words: string | undefined) => {
    setTyped(words);
    onChange(words === undefined ? '' : roleIn(words, wordOf));
  };
  const choose = (role: string) => {
    name(role === other ? '' : undefined);
    if (role !== other) onChange(role);
  };
  return (
    <>
      <ChoiceField
        {...props}
        error={isOther ? undefined : error}
        value={isOther ? other : value}
        onChange={choose}
        options={options}
        hint={t('form.roleHint')}
      />
      {isOther && (
        <LineField
          {...props}
          label={t('form.otherRoleOf', { label })}
          value={typed}
          onChange={name}
          kind="key"
          hint={value === '' ? t('form.otherRoleHint') : recordedAs(value)}
        />
      )}
    </>
  );

  function recordedAs(role: string): string {
    return roles.includes(role) ? t('form.knownRole', { role: wordOf(role) }) : t('form.recordedAs', { key: role });
  }
}
