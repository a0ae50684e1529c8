import { Command } from 'commander';
import { say } from './terminal/language.ts';

/** `samenspel keys …`: the keys of protected text, and the key that signs tokens. */
export function keysCommands(): Command[] {
  return [rotateCommand(), replaceSigningCommand()];
}

function replaceSigningCommand(): Command {
  return new Command('replace-signing')
    .description(
      say({
        nl: 'De sleutel vervangen die tokens ondertekent: alle tokens van nu gelden dan niet meer',
        en: 'Replace the key that signs tokens: no token of today is good any more then',
      }),
    )
    .option(
      '--end-links',
      say({
        nl: 'ook de links van deelnemers en agenda’s beëindigen, omdat de sleutel zelf bekend werd',
        en: 'also end the links of participants and calendars, because the key itself became known',
      }),
      false,
    )
    .action(async (options) => (await import('./verbs/signing-key.ts')).replaceSigning(options));
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
