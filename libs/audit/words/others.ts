import type { groupEvents } from '#domain/group/events';
import type { importEvents } from '#domain/import/events';
import type { Sentence } from '#domain/kernel/decision';
import type { logEvents } from '#domain/log/events';
import type { programmeEvents } from '#domain/programme/events';
import type { registerEvents } from '#domain/register/events';
import { dayWords, numberOf, say, type WordsFor } from './speech.ts';

export const logWords: WordsFor<typeof logEvents> = {
  'log.started.v1': (d) =>
    d.purpose === 'example'
      ? say(
          'Het logboek is begonnen, als voorbeeld: alles erin is fictief.',
          'The log was started as an example: all of it is fictitious.',
        )
      : say('Het logboek is begonnen.', 'The log was started.'),
  'log.key-destroyed.v1': () =>
    say('Een sleutel van afgeschermde tekst is vernietigd.', 'A key of protected text was destroyed.'),
};

export const registerWords: WordsFor<typeof registerEvents> = {
  'register.released.v1': (d) => {
    const all = numberOf(
      d.organisations.length,
      say('organisatie', 'organisation'),
      say('organisaties', 'organisations'),
    );
    return say(
      `Het organisatieregister van ${dayWords(d.release, 'nl')} is overgenomen (${all.nl}).`,
      `The organisation register of ${dayWords(d.release, 'en')} was taken over (${all.en}).`,
    );
  },
  'register.organisation-added.v1': (d) =>
    say(`${d.name} is aan het register toegevoegd.`, `${d.name} was added to the register.`),
  'register.organisation-changed.v1': (d) =>
    say(`De gegevens van ${d.name} zijn gewijzigd.`, `The particulars of ${d.name} were changed.`),
};

export const programmeWords: WordsFor<typeof programmeEvents> = {
  'programme.set-up.v1': (d) =>
    say(
      `Programma ${d.name} ingericht, van ${dayWords(d.from, 'nl')} tot en met ${dayWords(d.until, 'nl')}.`,
      `Programme ${d.name} set up, from ${dayWords(d.from, 'en')} until ${dayWords(d.until, 'en')}.`,
    ),
  'programme.template-adopted.v2': (d) =>
    say(
      `Vorm van het programma vastgelegd: ${d.template.label.nl}, versie ${d.template.version}.`,
      `Shape of the programme adopted: ${d.template.label.en}, version ${d.template.version}.`,
    ),
  'programme.template-changed.v1': (d) =>
    say(
      `Vorm van het programma gewijzigd: ${d.template.label.nl}, versie ${d.template.version}.`,
      `Shape of the programme changed: ${d.template.label.en}, version ${d.template.version}.`,
    ),
  'programme.report-scheduled.v1': (d) =>
    say(
      `Managementrapportage ingepland: elke ${d.every === 'week' ? 'week' : 'maand'} op dag ${d.day} om ${d.time} uur.`,
      `Management report scheduled: every ${d.every} on day ${d.day} at ${d.time}.`,
    ),
  'programme.report-unscheduled.v1': () =>
    say('Een ingeplande rapportage is gestopt.', 'A scheduled report was ended.'),
};

function membersOf({ members }: { readonly members: readonly string[] }): Sentence {
  return numberOf(members.length, say('deelnemer', 'member'), say('deelnemers', 'members'));
}

export const groupWords: WordsFor<typeof groupEvents> = {
  'group.composed.v1': (d) => {
    const members = membersOf(d);
    return say(
      `Leergroep „${d.name}” samengesteld met ${members.nl}.`,
      `Learning group “${d.name}” composed with ${members.en}.`,
    );
  },
  'group.recomposed.v1': (d, s) => {
    // Its subjects are also those that left; their own story says so.
    const left = s.storyOf !== undefined && !d.members.includes(s.storyOf) && s.names.trajectory(s.storyOf);
    const members = membersOf(d);
    return say(
      `Leergroep „${s.group}” opnieuw samengesteld met ${members.nl}${left ? `, zonder ${left}` : ''}.`,
      `Learning group “${s.group}” recomposed with ${members.en}${left ? `, without ${left}` : ''}.`,
    );
  },
  'group.frozen.v1': (_, s) =>
    say(
      `De samenstelling van leergroep „${s.group}” staat vast.`,
      `The composition of learning group “${s.group}” was frozen.`,
    ),
};

export const importWords: WordsFor<typeof importEvents> = {
  'import.accepted.v1': (d) => {
    const rows = numberOf(d.rows.length, say('aanmelding', 'application'), say('aanmeldingen', 'applications'));
    return say(`Bestand met ${rows.nl} aangenomen.`, `File with ${rows.en} accepted.`);
  },
  'import.completed.v1': (d) =>
    say(
      `Bestand verwerkt: ${d.recorded} vastgelegd, ${d.known} al bekend.`,
      `File processed: ${d.recorded} recorded, ${d.known} known already.`,
    ),
};
