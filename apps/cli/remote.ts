import type { Command } from 'commander';
import { say } from './terminal/language.ts';

/** For a command that goes through the API: another installation than the one of the data folder. */
export function remote(command: Command): Command {
  return command
    .option('--url <url>', say({ nl: 'adres van de installatie', en: 'address of the installation' }))
    .option('--token <token>', say({ nl: 'token om mee aan te melden', en: 'token to sign in with' }));
}
