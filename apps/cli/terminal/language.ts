import type { Sentence } from '#domain/kernel/decision';

export type Language = 'nl' | 'en';

let language: Language = languageOf(process.env);

/** Dutch, unless SAMENSPEL_LANG or the language of the terminal says English. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const { SAMENSPEL_LANG: asked, LC_ALL: all, LC_MESSAGES: messages, LANG: terminal } = environment;
  const found = asked ?? all ?? messages ?? terminal ?? '';
  return found.toLowerCase().startsWith('en') ? 'en' : 'nl';
}

/** Chooses the language of everything that is said from now on: `--lang`. */
export function speak(chosen: Language): void {
  language = chosen;
}

/** The language that is spoken now, for what the server is asked. */
export function spoken(): Language {
  return language;
}

/** The sentence in the chosen language. */
export function say(sentence: Sentence): string {
  return sentence[language];
}

/** So many of something, in one language: "1 rij", "2 rijen". */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
