import type { Sentence } from '#domain/kernel/decision';
import type { commitmentEvents } from '#domain/trajectory/commitment-events';
import { dayWords, type Speech, say, type WordsFor } from './speech.ts';

const causes = {
  election: say('een verkiezing', 'an election'),
  'new-portfolio-holder': say('een nieuwe portefeuillehouder', 'a new portfolio holder'),
  merger: say('een herindeling', 'a merger'),
} as const;

/** A sentence about one layer: "Commitment van Assen (raad): gegeven." */
function about(nl: string, en: string): (d: { layer: string }, s: Speech) => Sentence {
  return ({ layer }, { who, names }) => {
    const label = names.layer(layer) ?? say(layer, layer);
    return say(
      `Commitment van ${who} (${label.nl.toLowerCase()}): ${nl}.`,
      `Commitment of ${who} (${label.en.toLowerCase()}): ${en}.`,
    );
  };
}

export const commitmentWords: WordsFor<typeof commitmentEvents> = {
  'trajectory.commitment-asked.v1': (d, s) =>
    about(`gevraagd, antwoord uiterlijk ${dayWords(d.due, 'nl')}`, `asked, answer due by ${dayWords(d.due, 'en')}`)(
      d,
      s,
    ),
  'trajectory.commitment-due-moved.v1': (d, s) =>
    about(
      `antwoord verschoven van ${dayWords(d.from, 'nl')} naar ${dayWords(d.to, 'nl')}`,
      `answer moved from ${dayWords(d.from, 'en')} to ${dayWords(d.to, 'en')}`,
    )(d, s),
  'trajectory.commitment-put-on-agenda.v1': (d, s) =>
    about(`op de agenda van ${dayWords(d.on, 'nl')}`, `on the agenda of ${dayWords(d.on, 'en')}`)(d, s),
  'trajectory.commitment-given.v1': (d, s) =>
    d.reservation
      ? about(
          `gegeven onder voorbehoud, besluit verwacht op ${dayWords(d.reservation.decisionExpectedOn, 'nl')}`,
          `given with reservation, decision expected on ${dayWords(d.reservation.decisionExpectedOn, 'en')}`,
        )(d, s)
      : about('gegeven', 'given')(d, s),
  'trajectory.commitment-confirmed.v1': (d, s) =>
    about(`bevestigd, bewijs: ${d.evidence.reference}`, `confirmed, evidence: ${d.evidence.reference}`)(d, s),
  'trajectory.commitment-refused.v1': about('geweigerd', 'refused'),
  'trajectory.commitment-put-under-pressure.v1': about('onder druk gekomen', 'put under pressure'),
  'trajectory.commitment-pressure-relieved.v1': about('niet langer onder druk', 'no longer under pressure'),
  'trajectory.commitment-put-in-question.v1': (d, s) =>
    about(
      `ter discussie door ${causes[d.cause].nl}, uiterlijk ${dayWords(d.due, 'nl')} opnieuw te bevestigen`,
      `put in question by ${causes[d.cause].en}, to be reconfirmed by ${dayWords(d.due, 'en')}`,
    )(d, s),
  'trajectory.commitment-lapsed.v1': about('vervallen', 'lapsed'),
  'trajectory.commitment-withdrawn.v1': about('ingetrokken', 'withdrawn'),
  'trajectory.commitment-ended.v1': about('beëindigd', 'ended'),
};
