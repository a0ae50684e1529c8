import type { Sentence } from '#domain/kernel/decision';
import type { networkEvents } from '#domain/network/events';
import { dayWords, numberOf, say, type WordsFor } from './speech.ts';

const causes = {
  withdrawn: say('teruggetrokken', 'withdrawn'),
  stopped: say('gestopt', 'stopped'),
  'passed-on': say('overgegaan in een opvolger', 'passed on to a successor'),
} as const;

function placesOf({ target }: { readonly target: number }): Sentence {
  return numberOf(target, say('plaats', 'place'), say('plaatsen', 'places'));
}

export const networkWords: WordsFor<typeof networkEvents> = {
  'network.opened.v1': (d) => {
    const places = placesOf(d);
    return say(
      `Het netwerk ${d.name} (${d.region}) is geopend met ${places.nl} (minimaal ${d.minimum}, maximaal ${d.maximum}).`,
      `The network ${d.name} (${d.region}) was opened with ${places.en} (minimum ${d.minimum}, maximum ${d.maximum}).`,
    );
  },
  'network.places-changed.v1': (d, s) =>
    say(
      `Het aantal plaatsen van ${s.network} is nu ${d.target} (minimaal ${d.minimum}, maximaal ${d.maximum}).`,
      `${s.network} now has ${placesOf(d).en} (minimum ${d.minimum}, maximum ${d.maximum}).`,
    ),
  'network.place-given.v1': (d, s) =>
    d.reservation
      ? say(
          `${s.who} kreeg een plaats onder voorbehoud; een besluit wordt verwacht op ${dayWords(d.reservation.decisionExpectedOn, 'nl')}.`,
          `${s.who} was admitted with reservation; a decision is expected on ${dayWords(d.reservation.decisionExpectedOn, 'en')}.`,
        )
      : say(`${s.who} kreeg een plaats.`, `${s.who} was admitted.`),
  'network.place-held.v1': (d, s) =>
    say(
      `Voor ${s.who} wordt een plaats vastgehouden tot en met ${dayWords(d.until, 'nl')}.`,
      `A place is held for ${s.who} until and including ${dayWords(d.until, 'en')}.`,
    ),
  'network.place-released.v1': (_, s) =>
    say(`De voorlopige plaats van ${s.who} is losgelaten.`, `The tentative place of ${s.who} was released.`),
  'network.reservation-lifted.v1': (_, s) =>
    say(
      `Het voorbehoud bij de plaats van ${s.who} is vervallen.`,
      `The reservation on the place of ${s.who} was lifted.`,
    ),
  'network.put-on-waiting-list.v1': (_, s) =>
    say(`${s.who} kwam op de wachtlijst.`, `${s.who} was put on the waiting list.`),
  'network.rejected.v1': (_, s) => say(`${s.who} is afgewezen.`, `${s.who} was rejected.`),
  'network.referred.v1': (d, s) => say(`${s.who} is verwezen naar ${d.to}.`, `${s.who} was referred to ${d.to}.`),
  'network.place-freed.v1': (d, s) =>
    say(
      `De plaats van ${s.who} kwam vrij (${causes[d.cause].nl}).`,
      `The place of ${s.who} came free (${causes[d.cause].en}).`,
    ),
  'network.place-proposed.v1': (d, s) => {
    const first = s.names.trajectory(d.trajectory);
    const left = s.names.trajectory(d.freedBy);
    return say(
      `${first ?? 'De eerste op de wachtlijst'} is voorgesteld voor de plaats van ${left ?? 'wie vertrok'}.`,
      `${first ?? 'The first in line'} was proposed for the place of ${left ?? 'the one that left'}.`,
    );
  },
  'network.proposal-declined.v1': (d, s) =>
    say(
      `Het voorstel voor ${s.names.trajectory(d.trajectory) ?? s.who} is niet overgenomen.`,
      `The proposal for ${s.names.trajectory(d.trajectory) ?? s.who} was declined.`,
    ),
};
