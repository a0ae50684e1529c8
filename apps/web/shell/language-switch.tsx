import { useLanguageSwitch, useWords } from '../ui/words.tsx';

/** The pages in the other language. */
export function LanguageSwitch() {
  const { language, t } = useWords();
  const choose = useLanguageSwitch();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <button type="button" className="plain" lang={other} onClick={() => choose(other)}>
      {t('language.other')}
    </button>
  );
}
