/** Dutch unless English is asked for: by `--lang en`, by SAMENSPEL_LANG, or by the language of the terminal (LANG). */
export function chosenLanguage(args = process.argv.slice(2), environment = process.env) {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = at < 0 ? environment.SAMENSPEL_LANG : (args[at].split('=')[1] ?? args[at + 1]);
  const language = asked ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  return language.toLowerCase().startsWith('en') ? 'en' : 'nl';
}

const language = chosenLanguage();

/** The sentence in the chosen language. */
export function say(sentence) {
  return sentence[language];
}
