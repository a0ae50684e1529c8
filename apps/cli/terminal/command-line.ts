import type { Command } from 'commander';
import { type Language, say, spoken } from './language.ts';

/** What the library of the command line says by itself, and how we say it. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

const faults: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, 'De optie $1 bestaat niet.'],
  [/^error: unknown command '(.+?)'/, 'De opdracht $1 bestaat niet.'],
  [/^error: missing required argument '(.+?)'/, 'Er ontbreekt een argument: $1.'],
  [/^error: option '(.+?)' argument missing/, 'Bij de optie $1 ontbreekt een waarde.'],
  [/^error: required option '(.+?)' not specified/, 'De optie $1 is verplicht.'],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\./, 'Bij de optie $1 kan ‘$2’ niet.'],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.+?)'\./, 'Als $2 kan ‘$1’ niet.'],
  [/^error: too many arguments(?: for '.*?')?\. Expected \d+ arguments? but got \d+\./, 'Er zijn te veel argumenten.'],
  [/Allowed choices are (.+)\./, 'Kies uit: $1.'],
  [/\(Did you mean one of (.+)\?\)/, '(Bedoeld is misschien een van $1.)'],
  [/\(Did you mean (.+)\?\)/, '(Bedoeld is misschien $1.)'],
];

/** A fault in how a command was given, as the library says it, in the language that is spoken. */
export function faultIn(text: string, language: Language = spoken()): string {
  if (language === 'en') return text;
  return faults.reduce((said, [english, dutch]) => said.replace(english, dutch), text);
}

/** The command, in the language that is spoken: its help, and what it says of a mistake. */
export function inOwnWords(command: Command): Command {
  const isDutch = spoken() === 'nl';
  return command
    .exitOverride()
    .helpOption('-h, --help', say({ nl: 'deze uitleg', en: 'this explanation' }))
    .configureOutput({ outputError: (text, write) => write(faultIn(text)) })
    .configureHelp({
      styleTitle: (title) => (isDutch ? (titles[title] ?? title) : title),
      styleUsage: (usage) => (isDutch ? told(usage) : usage),
      styleSubcommandTerm: (term) => (isDutch ? told(term) : term),
      styleOptionDescription: (text) => (isDutch ? described(text) : text),
      styleArgumentDescription: (text) => (isDutch ? described(text) : text),
    });
}

function told(text: string): string {
  return text.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
}

function described(text: string): string {
  return text.replace('(choices:', '(keuze uit:').replace(/([(,] ?)default:/, '$1standaard:');
}
