import { Command } from 'commander';
import { say } from './terminal/language.ts';

/** `samenspel log …`: what is done to a log as a whole. */
export function logCommands(): Command[] {
  return [copyCommand()];
}

function copyCommand(): Command {
  return new Command('copy')
    .description(
      say({
        nl: 'Een heel logboek overnemen in een leeg, byte voor byte; opnieuw gegeven gaat het verder',
        en: 'Copy a whole log into an empty one, byte for byte; given again it goes on',
      }),
    )
    .option(
      '--from <log>',
      say({
        nl: 'esdb://… of @BESTAND; anders het logboek van de gegevensmap',
        en: 'esdb://… or @FILE; otherwise the log of the data folder',
      }),
    )
    .requiredOption('--to <log>', say({ nl: 'esdb://… of @BESTAND', en: 'esdb://… or @FILE' }))
    .option('--json', say({ nl: 'uitkomst als JSON', en: 'outcome as JSON' }), false)
    .action(async (options) => (await import('./verbs/log-copy.ts')).copy(options));
}
