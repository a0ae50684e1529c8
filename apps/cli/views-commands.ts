import { Command, InvalidArgumentError } from 'commander';
import { shardCount } from '#views/database/shard-count';
import { say } from './terminal/language.ts';

/** `samenspel views …`: what the pages are read from, made again while it is in use. */
export function viewsCommands(): Command[] {
  return [statusCommand(), rebuildCommand(), backCommand(), pruneCommand(), reindexCommand()];
}

const json = () => ['--json', say({ nl: 'uitkomst als JSON', en: 'outcome as JSON' })] as const;
const which = () => say({ nl: 'overzichten; alle als er geen genoemd is', en: 'views; all when none is named' });

function statusCommand(): Command {
  return new Command('status')
    .description(
      say({
        nl: 'Welke generaties van de overzichten er zijn en hoever ze zijn',
        en: 'Which generations of the views there are and how far they are',
      }),
    )
    .option(...json(), false)
    .action(async (options) => (await import('./verbs/views-status.ts')).status(options));
}

function rebuildCommand(): Command {
  return new Command('rebuild')
    .description(
      say({
        nl: 'Overzichten opnieuw maken naast die in gebruik, vergelijken en omschakelen; opnieuw gegeven gaat het verder',
        en: 'Make views again beside those in use, compare, and switch over; given again it goes on',
      }),
    )
    .argument('[view...]', which())
    .option(
      '--accept',
      say({
        nl: 'ook omschakelen als rijen anders uitkomen terwijl de berekening dezelfde is',
        en: 'switch also when rows came out otherwise although they are made in the same way',
      }),
      false,
    )
    .option(
      '--threads <number>',
      say({
        nl: 'met hoeveel threads er gevouwen wordt (0: zonder); uit zichzelf evenveel als er kernen zijn, hoogstens vier',
        en: 'how many threads fold (0: none beside the main one); by itself as many as there are cores, four at most',
      }),
      threadCount,
    )
    .option(...json(), false)
    .action(async (views, options) => (await import('./verbs/views-rebuild.ts')).rebuild(views, options));
}

/** More threads than there are shards would have nothing to do. */
function threadCount(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= shardCount) return Number(text);
  throw new InvalidArgumentError(
    say({ nl: `Geef een getal van 0 tot en met ${shardCount}.`, en: `Give a number from 0 up to ${shardCount}.` }),
  );
}

function backCommand(): Command {
  return new Command('back')
    .description(
      say({
        nl: 'Terug naar de vorige generatie; die in gebruik was, wordt bewaard',
        en: 'Back to the previous generation; the one that was in use is kept',
      }),
    )
    .argument('[view...]', which())
    .option(...json(), false)
    .action(async (views, options) => (await import('./verbs/views-back.ts')).back(views, options));
}

function pruneCommand(): Command {
  return new Command('prune')
    .description(
      say({
        nl: 'Generaties verwijderen die bij geen enkele draaiende versie van Samenspel horen',
        en: 'Drop generations that belong to no running version of Samenspel',
      }),
    )
    .option(
      '--previous',
      say({ nl: 'ook de vorige generaties (de weg terug)', en: 'also the previous ones (the way back)' }),
      false,
    )
    .option(
      '--filling',
      say({ nl: 'ook wat een afgebroken rebuild achterliet', en: 'also what an interrupted rebuild left' }),
      false,
    )
    .option(
      '--dry-run',
      say({ nl: 'alleen zeggen wat er verwijderd zou worden', en: 'only say what would be dropped' }),
      false,
    )
    .option(...json(), false)
    .action(async (options) => (await import('./verbs/views-prune.ts')).pruneViews(options));
}

function reindexCommand(): Command {
  return new Command('reindex')
    .description(
      say({
        nl: 'De index en alle overzichten leegmaken en opnieuw uit het logboek laten maken; vragen wachten zolang',
        en: 'Empty the index and all views and have them made again from the log; questions wait meanwhile',
      }),
    )
    .option(...json(), false)
    .action(async (options) => (await import('./verbs/views-reindex.ts')).reindex(options));
}
