import type { Sentence } from '#domain/kernel/decision';
import { shapeMessages } from './shape-messages.ts';

export type Language = 'nl' | 'en';

/** What fills the places `{name}` in a sentence. */
export type Params = Readonly<Record<string, string | number>>;

const problemMessages = {
  'bad-request': {
    nl: 'Er moet nog iets veranderen. Bij elk veld staat wat.',
    en: 'Something has to change still. Each field says what.',
  },
  'bad-request-in-part': {
    nl: 'Er moet nog iets veranderen: hier staan de eerste {told} van {faults} fouten.',
    en: 'Something has to change still: the first {told} of {faults} faults stand here.',
  },
  'body-missing': { nl: 'Er is geen inhoud meegestuurd.', en: 'There is no body.' },
  'body-not-json': { nl: 'De inhoud is geen geldige JSON.', en: 'The body is not valid JSON.' },
  'body-not-object': {
    nl: 'De inhoud moet een JSON-object zijn.',
    en: 'The body has to be a JSON object.',
  },
  'body-too-large': {
    nl: 'De inhoud is groter dan {limit}.',
    en: 'The body is over {limit}.',
  },
  'body-too-deep': {
    nl: 'In deze inhoud zitten te veel objecten of lijsten in elkaar: hoogstens {max}.',
    en: 'This body has too many objects or lists within each other: {max} at most.',
  },
  'body-too-many-values': {
    nl: 'In deze inhoud staan te veel waarden: hoogstens {max}.',
    en: 'This body holds too many values: {max} at most.',
  },
  'body-unreadable': { nl: 'De inhoud kan niet worden gelezen.', en: 'The body cannot be read.' },
  'content-type-not-supported': {
    nl: 'Stuur de inhoud als {expected}.',
    en: 'Send the body as {expected}.',
  },
  'token-missing': {
    nl: 'Meld u aan: stuur een token mee (Authorization: Bearer …).',
    en: 'Sign in: send a token (Authorization: Bearer …).',
  },
  'token-invalid': { nl: 'Het token is niet geldig.', en: 'The token is not valid.' },
  'token-expired': { nl: 'Het token is verlopen. Meld u opnieuw aan.', en: 'The token has expired. Sign in again.' },
  'link-invalid': {
    nl: 'Deze link klopt niet. Open hem zoals hij in de mail staat, of vraag de programmaleider om een nieuwe.',
    en: 'This link is not right. Open it as it stands in the mail, or ask the programme leader for a new one.',
  },
  'link-expired': {
    nl: 'Deze link is verlopen. Vraag de programmaleider om een nieuwe.',
    en: 'This link has expired. Ask the programme leader for a new one.',
  },
  'link-revoked': {
    nl: 'Deze link is ingetrokken. Vraag de programmaleider om een nieuwe.',
    en: 'This link was revoked. Ask the programme leader for a new one.',
  },
  'access-ended': {
    nl: 'Deze toegang is verlopen of ingetrokken. Geef nieuwe toegang; die heeft een eigen link.',
    en: 'This access has expired or was revoked. Give access again; that has a link of its own.',
  },
  'date-not-proposed': {
    nl: 'Op {day} is niets voorgesteld. Kies uit de voorgestelde data.',
    en: 'Nothing was proposed for {day}. Choose from the dates that were proposed.',
  },
  'application-form-closed': {
    nl: 'Dit aanmeldformulier is gesloten. Vraag de organisatie van het programma of aanmelden nog kan.',
    en: 'This application form is closed. Ask the organisation of the programme whether one can still apply.',
  },
  'applied-before': {
    nl: 'Deze organisatie heeft zich al aangemeld. Neem contact op met de organisatie van het programma.',
    en: 'This organisation has applied already. Contact the organisation of the programme.',
  },
  'organisation-cannot-apply': {
    nl: 'Alleen een gemeente of provincie kan zich met dit formulier aanmelden.',
    en: 'Only a municipality or a province can apply by this form.',
  },
  'network-not-chosen': {
    nl: 'Kies een netwerk van dit programma.',
    en: 'Choose a network of this programme.',
  },
  'too-many-applications': {
    nl: 'Er kwamen hier kort na elkaar te veel aanmeldingen binnen. Probeer het over een uur opnieuw.',
    en: 'Too many applications came in here in a short time. Try again in an hour.',
  },
  'role-not-allowed': {
    nl: 'Deze rol mag dit niet. Wel mogen: {roles}.',
    en: 'This role may not do this. These may: {roles}.',
  },
  'mail-not-set-up': {
    nl: 'Hier is geen mailserver ingesteld. Verstuur de mail zelf, en leg de herinnering dan vast.',
    en: 'No mail server is set up here. Send the mail yourself, and record the reminder then.',
  },
  'mail-refused': {
    nl: 'De mailserver weigerde deze mail. Controleer het adres; er is niets vastgelegd.',
    en: 'The mail server refused this mail. Check the address; nothing was recorded.',
  },
  'mail-refused-for-now': {
    nl: 'De mailserver neemt deze mail nu niet aan, bijvoorbeeld omdat de mailbox vol is. Er is niets verstuurd en niets vastgelegd; probeer het later nog eens.',
    en: 'The mail server does not take this mail now, for instance because the mailbox is full. Nothing was sent and nothing recorded; try again later.',
  },
  'mail-account-refused': {
    nl: 'De mailserver laat ons niet toe: het account of de afzender die hier is ingesteld, klopt niet. Er is niets verstuurd en niets vastgelegd; vraag wie Samenspel beheert om dit na te gaan.',
    en: 'The mail server does not let us in: the account or the sender that was set up here is not right. Nothing was sent and nothing recorded; ask whoever runs Samenspel to look at this.',
  },
  'mail-outcome-unknown': {
    nl: 'De mailserver kreeg de mail en gaf geen antwoord. Misschien is hij verstuurd; er is niets vastgelegd. Ga na of hij is aangekomen: als u het nog eens doet, gaat hij opnieuw.',
    en: 'The mail server was given the mail and did not answer. It may have been sent; nothing was recorded. Find out whether it arrived: if you do this again, it goes again.',
  },
  'mail-under-way': {
    nl: 'Deze mail was al onderweg toen hij nog eens kwam; deze keer is er niets verstuurd. Doe het over een minuut nog eens: is hij dan vastgelegd, dan gaat hij niet opnieuw.',
    en: 'This mail was under way already when it came once more; nothing was sent this time. Try again in a minute: if it is recorded by then, it does not go again.',
  },
  'mail-server-away': {
    nl: 'De mailserver is niet bereikbaar. Er is niets verstuurd en niets vastgelegd; probeer het zo nog eens.',
    en: 'The mail server cannot be reached. Nothing was sent and nothing recorded; try again in a moment.',
  },
  'not-found': { nl: 'Dit bestaat hier niet.', en: 'There is nothing here by that name.' },
  'trailing-slash': {
    nl: 'Een adres eindigt niet op een schuine streep.',
    en: 'An address does not end with a slash.',
  },
  'method-not-allowed': { nl: 'Dit kan hier alleen met {methods}.', en: 'Here only {methods} can be used.' },
  'idempotency-key-reused': {
    nl: 'Deze Idempotency-Key is al gebruikt voor een andere opdracht.',
    en: 'This Idempotency-Key was used for another command.',
  },
  'changed-in-between': {
    nl: 'Er is intussen iets vastgelegd. Bekijk wat er gebeurde en stuur de opdracht opnieuw.',
    en: 'Something was recorded in between. See what happened and send the command again.',
  },
  'clock-not-simulated': {
    nl: 'Alleen een fictief voorbeeld mag een eigen klok hebben; laat Samenspel-Clock weg.',
    en: 'Only a fictitious example may have a clock of its own; leave Samenspel-Clock out.',
  },
  'clock-runs-backwards': {
    nl: 'De klok van het voorbeeld loopt niet terug; hij stond al op {clock}.',
    en: 'The clock of the example does not run backwards; it was at {clock} already.',
  },
  'not-there-yet': {
    nl: 'De gegevens zijn nog niet zo ver bijgewerkt. Probeer het zo opnieuw.',
    en: 'The data are not up to that point yet. Try again in a moment.',
  },
  'part-unavailable': {
    nl: 'Een onderdeel is even niet bereikbaar. Probeer het zo opnieuw.',
    en: 'A part cannot be reached for a moment. Try again soon.',
  },
  'too-many-readers': {
    nl: 'Er kijken al te veel lezers mee. Probeer het zo opnieuw.',
    en: 'Too many readers are following already. Try again in a moment.',
  },
  'parked-row-busy': {
    nl: 'De rijen van dit overzicht worden opnieuw gemaakt, of horen bij een andere versie. Probeer het later opnieuw.',
    en: 'The rows of this view are being made anew, or belong to another release. Try again later.',
  },
  'import-refused': {
    nl: 'Het bestand is niet overgenomen. Bij elke regel staat wat er moet veranderen.',
    en: 'The file was not taken in. Each line says what has to change.',
  },
  'unexpected-error': {
    nl: 'Er ging iets mis. De beheerder kan het opzoeken met het nummer van het verzoek.',
    en: 'Something went wrong. The administrator can look it up by the id of the request.',
  },
} as const satisfies Record<string, Sentence>;

const messages: Readonly<Record<string, Sentence>> = { ...problemMessages, ...shapeMessages };

export type MessageCode = keyof typeof problemMessages | keyof typeof shapeMessages;

/** The sentence of that code in both languages, its places filled. */
export function sentence(code: MessageCode, params: Params = {}): Sentence {
  const found = messages[code];
  return { nl: fill(found?.nl ?? code, params), en: fill(found?.en ?? code, params) };
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
