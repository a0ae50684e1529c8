import type { pledgeEvents } from '#domain/pledge/events';
import { roleWords } from './roles.ts';
import { dayWords, type Speech, say, type WordsFor } from './speech.ts';

const someone = say('een organisatie', 'an organisation');

/** An organisation in a role: "Assen (gemeentesecretaris)". */
function party({ organisation, role }: { organisation: string; role: string }, { names }: Speech) {
  const name = names.organisation(organisation);
  const { nl, en } = roleWords(role);
  return say(`${name ?? someone.nl} (${nl})`, `${name ?? someone.en} (${en})`);
}

/** What happened to it, and what proves that. */
function about(nl: string, en: string, evidence?: { reference: string }) {
  const proof = evidence ? say(`, bewijs: ${evidence.reference}`, `, evidence: ${evidence.reference}`) : say('', '');
  return ({ pledger }: Speech) =>
    say(`Toezegging van ${pledger} ${nl}${proof.nl}.`, `Pledge of ${pledger} ${en}${proof.en}.`);
}

export const pledgeWords: WordsFor<typeof pledgeEvents> = {
  'pledge.asked.v1': (d, s) =>
    say(
      `Toezegging gevraagd van ${party(d, s).nl}, uiterlijk ${dayWords(d.due, 'nl')}.`,
      `Pledge asked of ${party(d, s).en}, due by ${dayWords(d.due, 'en')}.`,
    ),
  'pledge.made.v1': (d, s) =>
    say(
      `Toezegging van ${party(d, s).nl} aan: ${roleWords(d.toRole).nl}, uiterlijk ${dayWords(d.due, 'nl')}.`,
      `Pledge of ${party(d, s).en} to: ${roleWords(d.toRole).en}, due by ${dayWords(d.due, 'en')}.`,
    ),
  'pledge.partly-kept.v1': (d, s) => about('deels nagekomen', 'partly kept', d.evidence)(s),
  'pledge.kept.v1': (d, s) => about('nagekomen', 'kept', d.evidence)(s),
  'pledge.postponed.v1': (d, s) =>
    about(
      `verschoven van ${dayWords(d.from, 'nl')} naar ${dayWords(d.to, 'nl')}`,
      `moved from ${dayWords(d.from, 'en')} to ${dayWords(d.to, 'en')}`,
    )(s),
  'pledge.taken-over.v1': (d, s) => about(`overgenomen door ${party(d, s).nl}`, `taken over by ${party(d, s).en}`)(s),
  'pledge.withdrawn.v1': (_, s) => about('ingetrokken', 'withdrawn')(s),
  'pledge.lapsed.v1': (_, s) => about('vervallen', 'lapsed')(s),
  'pledge.fact-retracted.v1': (_, { pledger }) =>
    say(
      `Een feit over een toezegging van ${pledger} is ingetrokken.`,
      `A fact about a pledge of ${pledger} was retracted.`,
    ),
};
