import type { Sentence, Warning } from '../kernel/decision.ts';

/** What each fact that does not follow its table tells the lead; the codes are those of the tables. */
const sentences: Readonly<Record<string, Sentence>> = {
  'interest-after-application': {
    nl: 'Er was al belangstelling of een aanmelding.',
    en: 'There was interest or an application already.',
  },
  'applied-again': { nl: 'Deze organisatie meldde zich eerder al aan.', en: 'This organisation applied before.' },
  'intake-planned-without-application': {
    nl: 'Er is een intakegesprek gepland zonder dat er een aanmelding op wacht.',
    en: 'An intake was planned while no application was waiting for it.',
  },
  'intake-moved-without-appointment': {
    nl: 'Er stond geen afspraak voor een intakegesprek.',
    en: 'There was no appointment for an intake.',
  },
  'intake-held-without-appointment': {
    nl: 'Het intakegesprek is gevoerd zonder dat er nog een afspraak voor stond.',
    en: 'The intake was held while no appointment for it stood.',
  },
  'started-out-of-order': {
    nl: 'Deze deelname startte zonder intakegesprek, of was al gestart.',
    en: 'This trajectory started without an intake, or had started already.',
  },
  'paused-while-not-running': { nl: 'Deze deelname liep niet.', en: 'This trajectory was not running.' },
  'resumed-while-not-paused': { nl: 'Deze deelname was niet onderbroken.', en: 'This trajectory was not paused.' },
  'completed-while-not-running': {
    nl: 'Deze deelname is afgerond terwijl zij niet liep.',
    en: 'This trajectory was completed while it was not running.',
  },
  'measured-before-completion': {
    nl: 'De nameting kwam terwijl de deelname niet was afgerond.',
    en: 'The after-measurement came while the trajectory was not completed.',
  },
  'closed-without-after-measurement': {
    nl: 'Deze deelname is gesloten zonder nameting.',
    en: 'This trajectory was closed without an after-measurement.',
  },
  'withdrawn-before-the-application': {
    nl: 'Deze deelname trok zich terug voordat er belangstelling of een aanmelding was.',
    en: 'This trajectory withdrew before there was any interest or application.',
  },
  'withdrawn-after-the-start': {
    nl: 'Deze deelname was al gestart: dat heet stoppen, niet terugtrekken.',
    en: 'This trajectory had started already: that is stopping, not withdrawing.',
  },
  'stopped-before-the-start': {
    nl: 'Deze deelname was nog niet gestart of al afgerond.',
    en: 'This trajectory had not started yet, or was completed already.',
  },
  'commitment-asked-before': {
    nl: 'Dit commitment was al gevraagd, of stond al op de agenda of vast.',
    en: 'This commitment was asked for, on the agenda or given already.',
  },
  'commitment-due-moved-while-none-was-due': {
    nl: 'Er werd geen antwoord verwacht waarvan de datum kon verschuiven.',
    en: 'No answer was due of which the date could move.',
  },
  'commitment-on-agenda-without-being-asked': {
    nl: 'Het commitment kwam op de agenda zonder dat er een vraag openstond.',
    en: 'The commitment was put on the agenda while no request was open.',
  },
  'commitment-given-without-being-asked': {
    nl: 'Het commitment is gegeven zonder dat er een vraag openstond.',
    en: 'The commitment was given while no request was open.',
  },
  'commitment-confirmed-without-being-given': {
    nl: 'Het commitment is bevestigd zonder dat het was gegeven, of terwijl het niet meer stond.',
    en: 'The commitment was confirmed without being given, or while it no longer stood.',
  },
  'commitment-refused-without-being-asked': {
    nl: 'Het commitment is geweigerd zonder dat er een vraag openstond.',
    en: 'The commitment was refused while no request was open.',
  },
  'commitment-under-pressure-without-being-given': {
    nl: 'Er kwam druk op een commitment dat niet was gegeven, of niet meer stond.',
    en: 'A commitment came under pressure that was not given, or no longer stood.',
  },
  'commitment-under-pressure-while-in-question': {
    nl: 'Er kwam druk op een commitment dat opnieuw bevestigd moest worden; dat bleef zo.',
    en: 'A commitment came under pressure that had to be confirmed again; that stayed so.',
  },
  'commitment-relieved-without-pressure': {
    nl: 'Het commitment stond niet onder druk.',
    en: 'The commitment was not under pressure.',
  },
  'commitment-in-question-without-being-given': {
    nl: 'Er is een commitment ter discussie gesteld dat niet was gegeven, of niet meer stond.',
    en: 'A commitment was put in question that was not given, or no longer stood.',
  },
  'commitment-lapsed-without-being-in-question': {
    nl: 'Het commitment is vervallen zonder dat het opnieuw bevestigd moest worden.',
    en: 'The commitment lapsed without having to be confirmed again.',
  },
  'commitment-withdrawn-without-being-given': {
    nl: 'Het commitment is ingetrokken zonder dat het was gegeven, of terwijl het niet meer stond.',
    en: 'The commitment was withdrawn without being given, or while it no longer stood.',
  },
  'commitment-ended-without-being-confirmed': {
    nl: 'Het commitment is beëindigd terwijl het niet bevestigd was.',
    en: 'The commitment ended while it was not confirmed.',
  },
};

/** The warning for a fact that does not follow its table. Throws on a code that has no sentence: a broken table. */
export function outOfOrder(code: string): Warning {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`No sentence for the warning ${code}.`);
  return { code, ...sentence };
}
