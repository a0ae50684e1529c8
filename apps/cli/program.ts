import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Sentence } from '#domain/kernel/decision';
import { release } from '#log/release';
import { exampleChoices, firstExample } from '../../test/examples/names.ts';
import { auditCommands } from './audit-commands.ts';
import { keysCommands } from './keys-commands.ts';
import { logCommands } from './log-commands.ts';
import { healthCommand, parkedCommands } from './operations-commands.ts';
import { remote } from './remote.ts';
import { inOwnWords } from './terminal/command-line.ts';
import { languageOf, say, speak } from './terminal/language.ts';
import { tokenCommand } from './token-command.ts';
import { viewsCommands } from './views-commands.ts';

/** `data` in the checkout, from `dist/apps/cli`. */
const ownData = fileURLToPath(new URL('../../../data', import.meta.url));

/**
 * The command line, in the language that it asks for itself. A command loads its module only when it is used, so that
 * each starts quickly.
 */
export function program(argv: readonly string[]): Command {
  speak(languageAsked(argv) ?? languageOf(process.env));
  const samenspel = inOwnWords(new Command('samenspel'))
    .description(
      say({
        nl: 'Ontwikkeltrajecten volgen, herhalen en verantwoorden',
        en: 'Follow, replay and account for development trajectories',
      }),
    )
    .version(release, '-V, --version', say({ nl: 'welke versie dit is', en: 'which release this is' }))
    .helpCommand(...help())
    .addOption(languageOption());
  for (const command of [
    startCommand(),
    importCommand(),
    ...auditCommands(),
    reportCommand(),
    verifyCommand(),
    healthCommand(),
    tokenCommand(),
    exampleCommand(),
  ]) {
    samenspel.addCommand(common(inOwnWords(command)));
  }
  samenspel.addCommand(group('log', { nl: 'Het logboek als geheel', en: 'The log as a whole' }, logCommands()));
  samenspel.addCommand(group('views', { nl: 'De overzichten', en: 'The views' }, viewsCommands()));
  samenspel.addCommand(
    group(
      'parked',
      { nl: 'Rijen die niet gemaakt konden worden', en: 'Rows that could not be made' },
      parkedCommands(),
    ),
  );
  samenspel.addCommand(
    group(
      'keys',
      { nl: 'De sleutels van beschermde tekst en van tokens', en: 'The keys of protected text and of tokens' },
      keysCommands(),
    ),
  );
  return samenspel;
}

/** Commands that are named in two words: `samenspel log copy`. */
function group(name: string, description: Sentence, commands: readonly Command[]): Command {
  const whole = inOwnWords(new Command(name))
    .description(say(description))
    .helpCommand(...help());
  whole.addOption(languageOption());
  for (const command of commands) whole.addCommand(common(inOwnWords(command)));
  return whole;
}

const help = () => ['help [command]', say({ nl: 'uitleg bij een opdracht', en: 'explanation of a command' })] as const;

function languageAsked(argv: readonly string[]): 'nl' | 'en' | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && (asked === 'en' || asked === 'nl') ? asked : undefined;
}

/** What every command understands. */
function common(command: Command): Command {
  const data = say({ nl: 'gegevensmap', en: 'data folder' });
  return command
    .option('--data <dir>', data, (dir: string) => resolve(dir), process.env['SAMENSPEL_DATA'] ?? ownData)
    .addOption(languageOption());
}

/** Of every command, and before its name too. What it says was read already. */
function languageOption(): Option {
  return new Option('--lang <language>', say({ nl: 'taal', en: 'language' })).choices(['nl', 'en']);
}

function startCommand(): Command {
  const port = say({ nl: 'poort van de server; 0 kiest een vrije', en: 'port of the server; 0 takes a free one' });
  return new Command('start')
    .description(say({ nl: 'Alles starten, tot Ctrl-C', en: 'Start everything, until Ctrl-C' }))
    .option('--port <port>', port, portNumber, 8080)
    .option('--empty', say({ nl: 'een leeg logboek voor echt werk', en: 'an empty log for real work' }), false)
    .option(
      '--example <name>',
      say({ nl: `welk voorbeeld: ${exampleChoices.join(', ')}`, en: `which example: ${exampleChoices.join(', ')}` }),
    )
    .option('--no-example', say({ nl: 'het voorbeeld niet vastleggen', en: 'do not record the example' }))
    .option('--json', say({ nl: 'regels JSON voor programma’s', en: 'lines of JSON for programs' }), false)
    .action(async (options) => (await import('./start/start.ts')).start(options));
}

function importCommand(): Command {
  return remote(new Command('import'))
    .description(
      say({
        nl: 'Aanmeldingen uit een CSV-bestand overnemen: alles of niets',
        en: 'Take applications from a CSV file: all or nothing',
      }),
    )
    .argument('<file>')
    .requiredOption('--programme <id>', say({ nl: 'programma', en: 'programme' }))
    .option('--dry-run', say({ nl: 'alleen nakijken, niets vastleggen', en: 'only check, record nothing' }), false)
    .action(async (file, options) => (await import('./verbs/import.ts')).importApplications(file, options));
}

function reportCommand(): Command {
  return remote(new Command('report'))
    .description(say({ nl: 'De managementrapportage van een programma', en: 'The management report of a programme' }))
    .argument('<programme>')
    .option('--on <date>', say({ nl: 'zoals geldig op die dag', en: 'as valid on that day' }))
    .option('--ordinal <n>', say({ nl: 'zoals bekend bij dat volgnummer', en: 'as known at that ordinal' }))
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .option('--out <file>', say({ nl: 'naar dit bestand', en: 'to this file' }))
    .action(async (programme, options) => (await import('./verbs/report.ts')).report(programme, options));
}

function verifyCommand(): Command {
  return new Command('verify')
    .description(
      say({
        nl: 'De overzichten vergelijken met een nieuwe vouwing van het logboek',
        en: 'Compare the views with a fresh fold of the log',
      }),
    )
    .option('--json', say({ nl: 'uitkomst als JSON', en: 'outcome as JSON' }), false)
    .action(async (options) => (await import('./verbs/verify.ts')).verify(options));
}

function exampleCommand(): Command {
  return new Command('example')
    .description(
      say({
        nl: 'Het fictieve voorbeeld vastleggen in de draaiende installatie',
        en: 'Record the fictitious example in the running installation',
      }),
    )
    .addArgument(
      new Argument('[name]', say({ nl: 'welk voorbeeld', en: 'which example' }))
        .choices(exampleChoices)
        .default(firstExample),
    )
    .action(async (name, options) => (await import('./verbs/example.ts')).example({ ...options, name }));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(
    say({ nl: 'Een poort is een getal van 0 tot 65535.', en: 'A port is a number from 0 to 65535.' }),
  );
}
