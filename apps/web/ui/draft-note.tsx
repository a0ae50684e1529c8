import { Button } from '@utrecht/component-library-react';
import type { MouseEvent } from 'react';
import type { Draft } from '../data/draft.ts';
import { useWords } from './words.tsx';

/** Says that what was typed is kept, and can throw it away; the focus then goes to the first field. */
export function DraftNote({ isKept, clear }: Pick<Draft<object>, 'isKept' | 'clear'>) {
  const { t } = useWords();
  if (!isKept) return null;
  const discard = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    clear();
    form?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  };
  return (
    <>
      <Button appearance="subtle-button" type="button" onClick={discard}>
        {t('draft.discard')}
      </Button>
      <span className="hint">{t('draft.kept')}</span>
    </>
  );
}
