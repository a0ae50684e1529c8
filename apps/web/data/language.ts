/** The languages of the pages; Dutch unless somebody chose otherwise. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const place = 'samenspel.language';
let language: Language = localStorage.getItem(place) === 'en' ? 'en' : 'nl';

/** The language that the API is asked to answer in. */
export function currentLanguage(): Language {
  return language;
}

/** Remembers the choice on this device. */
export function chooseLanguage(chosen: Language): void {
  language = chosen;
  localStorage.setItem(place, chosen);
}
