import type { commitmentEvents } from '#domain/trajectory/commitment-events';
import type { trajectoryEvents } from '#domain/trajectory/events';
import { roleWords } from './roles.ts';
import { dayWords, minutesWords, type Speech, say, type WordsFor } from './speech.ts';

type Own = Omit<typeof trajectoryEvents, keyof typeof commitmentEvents>;

const stages = {
  idea: say('idee', 'idea'),
  preparation: say('voorbereiding', 'preparation'),
  'under-way': say('in uitvoering', 'under way'),
  embedded: say('ingebed', 'embedded'),
} as const;

const kinds = {
  phone: say('telefonisch', 'by phone'),
  video: say('via video', 'by video'),
  visit: say('een bezoek', 'a visit'),
  mail: say('per mail', 'by mail'),
  other: say('anders', 'otherwise'),
} as const;

const judgements = {
  'on-schedule': say('op schema', 'on schedule'),
  attention: say('vraagt aandacht', 'asks for attention'),
  behind: say('achter op schema', 'behind'),
} as const;

const statuses = { provisional: say('voorlopig', 'provisional'), agreed: say('afgesproken', 'agreed') } as const;

function category(key: string, s: Speech) {
  return s.names.category(key) ?? say(key, key);
}

export const trajectoryWords: WordsFor<Own> = {
  'trajectory.interest-shown.v1': (_, s) => say(`${s.who} toonde belangstelling.`, `${s.who} showed interest.`),
  'trajectory.applied.v1': (_, s) => say(`${s.who} meldde zich aan.`, `${s.who} applied.`),
  'trajectory.intake-planned.v1': (d, s) =>
    say(
      `Intakegesprek van ${s.who} gepland op ${dayWords(d.date, 'nl')} (${statuses[d.status].nl}).`,
      `Intake of ${s.who} planned on ${dayWords(d.date, 'en')} (${statuses[d.status].en}).`,
    ),
  'trajectory.intake-moved.v1': (d, s) =>
    say(
      `Intakegesprek van ${s.who} verzet van ${dayWords(d.from, 'nl')} naar ${dayWords(d.to, 'nl')} op verzoek van: ${roleWords(d.by).nl}.`,
      `Intake of ${s.who} moved from ${dayWords(d.from, 'en')} to ${dayWords(d.to, 'en')}, asked by: ${roleWords(d.by).en}.`,
    ),
  'trajectory.intake-held.v1': (_, s) => say(`Intakegesprek van ${s.who} gehouden.`, `Intake of ${s.who} held.`),
  'trajectory.started.v1': (_, s) => say(`${s.who} is gestart.`, `${s.who} started.`),
  'trajectory.paused.v1': (d, s) =>
    say(
      `${s.who} pauzeert${d.until ? ` tot en met ${dayWords(d.until, 'nl')}` : ''}.`,
      `${s.who} paused${d.until ? ` until and including ${dayWords(d.until, 'en')}` : ''}.`,
    ),
  'trajectory.resumed.v1': (_, s) => say(`${s.who} ging na de pauze verder.`, `${s.who} resumed.`),
  'trajectory.completed.v1': (_, s) =>
    say(`${s.who} heeft het traject afgerond.`, `${s.who} completed the trajectory.`),
  'trajectory.after-measured.v1': (_, s) =>
    say(`De nameting bij ${s.who} is gedaan.`, `The after-measurement of ${s.who} was done.`),
  'trajectory.closed.v1': (_, s) =>
    say(`Het traject van ${s.who} is gesloten.`, `The trajectory of ${s.who} was closed.`),
  'trajectory.withdrawn.v1': (_, s) => say(`${s.who} trok zich terug.`, `${s.who} withdrew.`),
  'trajectory.stopped.v1': (_, s) => say(`${s.who} is gestopt.`, `${s.who} stopped.`),
  'trajectory.passed-on.v1': (d, s) => {
    const successor = s.names.organisation(d.successor);
    return say(
      `Het traject van ${s.who} ging over naar ${successor ?? 'de opvolger'}.`,
      `The trajectory of ${s.who} passed on to ${successor ?? 'its successor'}.`,
    );
  },
  'trajectory.local-change-brought-in.v1': (d, s) =>
    say(
      `${s.who} bracht een lokaal verandertraject in: ${d.name} (${stages[d.stage].nl}; eigenaar: ${roleWords(d.ownerRole).nl}).`,
      `${s.who} brought in a local change: ${d.name} (${stages[d.stage].en}; owner: ${roleWords(d.ownerRole).en}).`,
    ),
  'trajectory.question-brought-in.v1': (d, s) =>
    say(
      `${s.who} bracht een vraagstuk in (${category(d.category, s).nl}).`,
      `${s.who} brought in a question (${category(d.category, s).en}).`,
    ),
  'trajectory.question-sharpened.v1': (d, s) =>
    say(
      `${s.who} scherpte een vraagstuk aan (${category(d.category, s).nl}).`,
      `${s.who} sharpened a question (${category(d.category, s).en}).`,
    ),
  'trajectory.contacted.v1': (d, s) => {
    const nl = d.roles.map((role) => roleWords(role).nl).join(', ');
    const en = d.roles.map((role) => roleWords(role).en).join(', ');
    return say(
      `Contactmoment met ${s.who} (${kinds[d.kind].nl}; ${nl}).`,
      `Contact moment with ${s.who} (${kinds[d.kind].en}; ${en}).`,
    );
  },
  'trajectory.lead-judged.v1': (d, s) =>
    say(
      `Oordeel van de programmaleider over ${s.who}: ${judgements[d.judgement].nl}.`,
      `Judgement of the programme lead on ${s.who}: ${judgements[d.judgement].en}.`,
    ),
  'trajectory.support-requested.v1': (_, s) =>
    say(`${s.who} vroeg lokaal maatwerk.`, `${s.who} asked for local support.`),
  'trajectory.support-matched.v1': (d, s) => {
    const time = minutesWords(d.plannedMinutes);
    return say(
      `Voor het maatwerk bij ${s.who} is een deskundige gevonden (${time.nl} gepland).`,
      `An expert was found for the local support of ${s.who} (${time.en} planned).`,
    );
  },
  'trajectory.support-delivered.v1': (d, s) => {
    const time = minutesWords(d.minutes);
    return say(`${time.nl} maatwerk geleverd bij ${s.who}.`, `${time.en} of local support delivered to ${s.who}.`);
  },
  'trajectory.support-completed.v1': (_, s) =>
    say(`Het maatwerk bij ${s.who} is afgerond.`, `The local support of ${s.who} was completed.`),
  'trajectory.fact-retracted.v1': (_, s) =>
    say(`Een feit over ${s.who} is ingetrokken.`, `A fact about ${s.who} was retracted.`),
};
