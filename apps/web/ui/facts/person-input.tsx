import { useState } from 'react';
import { newId } from '../../data/new-id.ts';
import { ChoiceField } from '../form.tsx';
import { useWords } from '../words.tsx';
import type { TextProps } from './input.ts';
import type { Option } from './option.ts';
import { useReference } from './references.ts';

/** Somebody by an id that says nothing: one who was named in this programme before, or a new one. */
export function PersonInput(props: TextProps) {
  const { t } = useWords();
  const [spare] = useState(newId);
  const known = useReference('expert');
  const isKnown = known.some(([id]) => id === props.value);
  const isChosen = props.value !== '';
  const options: readonly Option[] = [
    ...(isChosen ? [] : [['', t('form.choose')] as const]),
    [isChosen && !isKnown ? props.value : spare, t('form.newPerson')],
    ...known.map(([value, label]): Option => [value, label]),
  ];
  const hint = isChosen ? t('form.personHint', { id: props.value }) : undefined;
  return <ChoiceField {...props} options={options} hint={hint} />;
}
