import { useWords } from '../words.tsx';

/** The word for a code in a field: that of the field, else that of the code wherever it stands, else a role or the code. */
export function useCodeWords(): (field: string, code: string) => string {
  const { word } = useWords();
  return (field, code) => {
    const own = word(`code.${field}`, code);
    if (own !== code) return own;
    const usual = word('code', code);
    return usual === code ? word('role', code) : usual;
  };
}
