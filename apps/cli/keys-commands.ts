import { Command } from 'commander';
import { say } from './terminal/language.ts';

/** `samenspel keys …`: the keys of protected text. */
export function keysCommands(): Command[] {
  return [rotateCommand()];
}

function rotateCommand(): Command {
  return new Command('rotate')
    .description(
      say({
        nl: 'De sleutel vervangen waarmee alle andere zijn ingepakt; opnieuw gegeven gaat het verder',
        en: 'Replace the key that wraps all others; given again it goes on',
      }),
    )
    .option(
      '--database <url>',
      say({
        nl: 'postgresql://… of @BESTAND; anders de database van de gegevensmap',
        en: 'postgresql://… or @FILE; otherwise the database of the data folder',
      }),
    )
    .option('--json', say({ nl: 'uitkomst als JSON', en: 'outcome as JSON' }), false)
    .action(async (options) => (await import('./verbs/keys.ts')).rotate(options));
}
