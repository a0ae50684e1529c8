import { Command, InvalidArgumentError } from 'commander';
import { remote } from './remote.ts';
import { say } from './terminal/language.ts';

const asJson = { nl: 'zoals de API het geeft', en: 'as the API gives it' };

/** `samenspel parked …`: rows that could not be made. */
export function parkedCommands(): Command[] {
  return [listCommand(), retryCommand(), releaseCommand()];
}

/** `samenspel health`: how the parts of an installation are doing. */
export function healthCommand(): Command {
  return new Command('health')
    .description(say({ nl: 'Hoe het met server en verwerker gaat', en: 'How server and worker are doing' }))
    .option('--url <url>', say({ nl: 'adres van de server', en: 'address of the server' }))
    .option('--worker-url <url>', say({ nl: 'adres van de verwerker', en: 'address of the worker' }))
    .option('--json', say(asJson), false)
    .action(async (options) => (await import('./verbs/health.ts')).health(options));
}

function listCommand(): Command {
  return remote(new Command('list'))
    .description(
      say({
        nl: 'Rijen die niet gemaakt konden worden, met de fout',
        en: 'Rows that could not be made, with the error',
      }),
    )
    .option('--view <name>', say({ nl: 'alleen van dit overzicht', en: 'only of this view' }))
    .option('--all', say({ nl: 'ook wat vrijgegeven of hersteld is', en: 'also what was released or mended' }), false)
    .option('--json', say(asJson), false)
    .action(async (options) => (await import('./verbs/parked.ts')).list(options));
}

function retryCommand(): Command {
  return remote(new Command('retry'))
    .description(
      say({
        nl: 'Een rij opnieuw maken vanaf waar het misging',
        en: 'Make a row again from where it went wrong',
      }),
    )
    .argument('<number>', say({ nl: 'nummer in de lijst', en: 'number in the list' }), whole)
    .action(async (id, options) => (await import('./verbs/parked.ts')).retry(id, options));
}

function releaseCommand(): Command {
  return remote(new Command('release'))
    .description(
      say({
        nl: 'Een rij laten zoals zij is; zij vraagt geen aandacht meer en blijft verouderd',
        en: 'Leave a row as it is; it asks for no more attention and stays stale',
      }),
    )
    .argument('<number>', say({ nl: 'nummer in de lijst', en: 'number in the list' }), whole)
    .requiredOption('--reason <text>', say({ nl: 'waarom; noem niemand', en: 'why; name nobody' }))
    .action(async (id, options) => (await import('./verbs/parked.ts')).release(id, options));
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(say({ nl: 'Geef het nummer uit de lijst.', en: 'Give the number from the list.' }));
}
