import { Command, Option } from 'commander';
import { changeKinds } from '#audit/between/kinds';
import { causes } from '#views/between/cause';
import { remote } from './remote.ts';
import { say } from './terminal/language.ts';

/** `samenspel story`, `compare`, `replay`: what happened, by whom and why, and what changed between two moments. */
export function auditCommands(): Command[] {
  return [storyCommand(), compareCommand(), replayCommand()];
}

const json = () => ['--json', say({ nl: 'zoals de API het geeft', en: 'as the API gives it' })] as const;
const moment = () => say({ nl: 'moment (UTC) of ordinal:N', en: 'moment (UTC) or ordinal:N' });
const type = () => ['--type <type>', say({ nl: 'type gebeurtenis', en: 'type of event' })] as const;
const role = () => ['--role <role>', 'lead, auditor, reporter, admin, participant, system'] as const;
const channel = () => ['--channel <channel>', 'page, api, cli, import, reaction'] as const;

function storyCommand(): Command {
  return remote(new Command('story'))
    .alias('history')
    .description(
      say({
        nl: 'Het verhaal van een onderwerp (trajectory:ID, of de naam van een organisatie), in woorden',
        en: 'The story of a subject (trajectory:ID, or the name of an organisation), in words',
      }),
    )
    .argument('<subject>')
    .option(
      '--known-at <moment>',
      say({ nl: 'zoals toen bekend: moment of ordinal:N', en: 'as known then: a moment or ordinal:N' }),
    )
    .option(
      '--valid-on <day>',
      say({ nl: 'alleen wat tot en met die dag was gebeurd', en: 'only what had happened by that day' }),
    )
    .option(...type())
    .option('--actor <id>')
    .option(...role())
    .option(...channel())
    .option(
      '--corrections',
      say({ nl: 'alleen verbeteringen en intrekkingen', en: 'only corrections and retractions' }),
      false,
    )
    .option('--newest-first', say({ nl: 'het nieuwste eerst', en: 'the newest first' }), false)
    .option(...json(), false)
    .action(async (subject, options) => (await import('./verbs/story.ts')).story(subject, options));
}

function compareCommand(): Command {
  const command = remote(new Command('compare'))
    .description(
      say({
        nl: 'Wat er tussen twee momenten is toegevoegd, gewijzigd, verbeterd en ingetrokken, door wie en waarom',
        en: 'What was added, changed, corrected and retracted between two moments, by whom and why',
      }),
    )
    .argument('[subject]', say({ nl: 'alleen dit onderwerp (trajectory:ID)', en: 'only this subject (trajectory:ID)' }))
    .option('--from <moment>', moment())
    .option('--until <moment>', moment())
    .option('--programme <id>')
    .option('--network <id>')
    .option('--organisation <code>', say({ nl: 'CBS-code of id', en: 'CBS code or id' }))
    .option('--province <name>', say({ nl: 'naam, CBS-code of id', en: 'name, CBS code or id' }))
    .addOption(new Option('--change <kind>').choices(changeKinds))
    .addOption(new Option('--cause <cause>').choices(causes))
    .option(...type())
    .option('--view <view>', say({ nl: 'overzicht', en: 'view' }))
    .option('--actor <id>')
    .option(...role())
    .option(...channel())
    .option(
      '--figures',
      say({
        nl: 'status en voortgang toen en nu van het programma, in plaats van de gebeurtenissen',
        en: 'status and progress of the programme then and now, instead of the events',
      }),
      false,
    )
    .option(...json(), false);
  return command.action(async (subject, options) => (await import('./verbs/compare.ts')).compare(subject, options));
}

function replayCommand(): Command {
  return remote(new Command('replay'))
    .description(
      say({
        nl: 'De geschiedenis van een onderwerp stap voor stap: elke gebeurtenis en wat zij veranderde',
        en: 'The history of a subject step by step: every event and what it changed',
      }),
    )
    .argument('<subject>')
    .option('--until <moment>', moment())
    .option(...json(), false)
    .action(async (subject, options) => (await import('./verbs/compare.ts')).replay(subject, options));
}
