import type { Sentence } from '#domain/kernel/decision';

/** What can be wrong with one field, header or line, before the trade has a say. */
export const shapeMessages = {
  required: { nl: 'Dit veld is verplicht.', en: 'This field is required.' },
  'unknown-field': { nl: 'Dit veld bestaat niet.', en: 'There is no such field.' },
  'unknown-parameter': { nl: 'Deze parameter bestaat niet.', en: 'There is no such parameter.' },
  'not-text': { nl: 'Dit moet tekst zijn.', en: 'This has to be text.' },
  'empty-text': { nl: 'Deze tekst is leeg.', en: 'This text is empty.' },
  'unreadable-text': {
    nl: 'In deze tekst staan tekens die geen letters of leestekens zijn, zoals een nulteken. Haal ze weg.',
    en: 'This text holds characters that are no letters or punctuation, such as a null character. Remove them.',
  },
  'lost-letters': {
    nl: 'In deze tekst zijn letters verloren gegaan (�). Stuur hem in UTF-8.',
    en: 'Letters of this text were lost (�). Send it in UTF-8.',
  },
  'too-long': {
    nl: 'Deze tekst is te lang: hoogstens {max} tekens.',
    en: 'This text is too long: {max} characters at most.',
  },
  'not-a-day': {
    nl: 'Dit moet een bestaande dag zijn, zoals 2026-03-18.',
    en: 'This has to be an existing day, such as 2026-03-18.',
  },
  'not-an-instant': {
    nl: 'Dit moet een moment in UTC zijn, zoals 2026-03-18T09:30:00.000Z.',
    en: 'This has to be a moment in UTC, such as 2026-03-18T09:30:00.000Z.',
  },
  'not-a-moment': {
    nl: 'Dit moet een dag (2026-03-18), een maand (2026-03) of een moment in UTC (2026-03-18T09:30:00Z) zijn.',
    en: 'This has to be a day (2026-03-18), a month (2026-03) or a moment in UTC (2026-03-18T09:30:00Z).',
  },
  'not-a-point-in-history': {
    nl: 'Dit moet een moment in UTC (2026-03-18T09:30:00Z) of een volgnummer (ordinal:12) zijn.',
    en: 'This has to be a moment in UTC (2026-03-18T09:30:00Z) or an ordinal (ordinal:12).',
  },
  'not-an-id': { nl: 'Dit moet een id (uuid) zijn.', en: 'This has to be an id (uuid).' },
  'not-an-address': { nl: 'Dit moet één e-mailadres zijn.', en: 'This has to be one e-mail address.' },
  'not-a-web-address': {
    nl: 'Dit moet het adres van een website zijn, zoals https://samenspel.example.org.',
    en: 'This has to be the address of a web site, such as https://samenspel.example.org.',
  },
  'not-a-key': {
    nl: 'Dit moet een sleutel zijn: kleine letters, cijfers en streepjes, zoals portfolio-holder.',
    en: 'This has to be a key: lower case letters, digits and hyphens, such as portfolio-holder.',
  },
  'not-an-organisation': {
    nl: 'Dit moet een CBS-code (0106) of het id van een organisatie zijn.',
    en: 'This has to be a CBS code (0106) or the id of an organisation.',
  },
  'not-a-number': {
    nl: 'Dit moet een geheel getal zijn van {min} tot en met {max}.',
    en: 'This has to be a whole number from {min} to {max}.',
  },
  'moments-reversed': {
    nl: 'Dit moment ligt vóór het eerste.',
    en: 'This moment lies before the first.',
  },
  'days-reversed': {
    nl: 'De laatste dag ligt vóór de eerste.',
    en: 'The last day lies before the first.',
  },
  'not-a-subject': {
    nl: 'Dit moet een onderwerp zijn: soort:id, zoals trajectory:0197….',
    en: 'This has to be a subject: kind:id, such as trajectory:0197….',
  },
  'period-too-large': {
    nl: 'Tussen deze momenten liggen {events} gebeurtenissen; in één keer kunnen er {most} worden vergeleken. Kies een kortere periode, of vraag de lijst van wijzigingen (/v1/comparisons).',
    en: 'There are {events} events between these moments; {most} can be compared at once. Choose a shorter period, or ask the list of changes (/v1/comparisons).',
  },
  'not-yes-or-no': { nl: 'Dit moet true of false zijn.', en: 'This has to be true or false.' },
  'not-one-of': { nl: 'Dit moet een van deze zijn: {values}.', en: 'This has to be one of: {values}.' },
  'not-a-time': { nl: 'Dit moet een tijd zijn, zoals 08:00.', en: 'This has to be a time, such as 08:00.' },
  'not-a-digest': {
    nl: 'Dit moet een SHA-256 zijn, in 64 hexadecimale tekens.',
    en: 'This has to be a SHA-256, in 64 hexadecimal characters.',
  },
  'not-a-revision': {
    nl: 'Dit moet de ETag van een eerder antwoord zijn, zoals "12".',
    en: 'This has to be the ETag of an earlier answer, such as "12".',
  },
  'no-condition-here': {
    nl: 'Wie niet is aangemeld, kan hier geen voorwaarde stellen; laat If-Match weg.',
    en: 'Who did not sign in can set no condition here; leave If-Match out.',
  },
  'not-a-position': {
    nl: 'Dit is geen positie die dit log gaf.',
    en: 'This is not a position that this log gave.',
  },
  'not-a-cursor': { nl: 'Dit is geen cursor van deze lijst.', en: 'This is not a cursor of this list.' },
  'cursor-of-another-list': {
    nl: 'Deze cursor hoort bij een andere selectie of volgorde; begin bij de eerste bladzijde.',
    en: 'This cursor belongs to another filter or order; begin at the first page.',
  },
  'cursor-gone': {
    nl: 'De gegevens van de vorige bladzijden zijn vernieuwd en niet meer bewaard; begin bij de eerste bladzijde.',
    en: 'What the pages before were read from was made again and is not kept; begin at the first page.',
  },
  'not-a-list': { nl: 'Dit moet een lijst zijn.', en: 'This has to be a list.' },
  'not-an-object': { nl: 'Dit moet een object zijn.', en: 'This has to be an object.' },
  'not-in-template': {
    nl: 'Dit past niet in een sjabloon. Begin bij het sjabloon dat het programma nu heeft en wijzig dat.',
    en: 'This does not fit in a template. Begin with the template that the programme has now, and change that.',
  },
  'wrong-size': {
    nl: 'Deze lijst moet {min} tot en met {max} onderdelen hebben.',
    en: 'This list has to have from {min} to {max} items.',
  },
  'file-not-utf8': {
    nl: 'Het bestand is geen UTF-8. Sla het op als "CSV UTF-8".',
    en: 'The file is not UTF-8. Save it as "CSV UTF-8".',
  },
  'file-empty': { nl: 'Het bestand heeft geen regels.', en: 'The file has no lines.' },
  'file-broken': {
    nl: 'De regel kan niet worden gelezen: aanhalingstekens of scheidingstekens kloppen niet.',
    en: 'The line cannot be read: quotes or separators are not right.',
  },
  'file-too-many-lines': {
    nl: 'Het bestand heeft te veel regels: hoogstens {max}.',
    en: 'The file has too many lines: {max} at most.',
  },
  'separator-unknown': {
    nl: 'Gebruik een puntkomma of een komma als scheidingsteken.',
    en: 'Use a semicolon or a comma as the separator.',
  },
  'column-missing': { nl: 'Deze kolom ontbreekt.', en: 'This column is missing.' },
  'column-unknown': { nl: 'Deze kolom is niet bekend.', en: 'This column is not known.' },
  'column-twice': { nl: 'Deze kolom staat er twee keer.', en: 'This column is there twice.' },
  'cells-missing': {
    nl: 'Deze regel heeft niet {expected} cellen, maar {found}.',
    en: 'This line does not have {expected} cells but {found}.',
  },
  'network-ambiguous': {
    nl: 'Meer dan één netwerk van dit programma heet ‘{name}’. Schrijf het id van het netwerk.',
    en: 'More than one network of this programme is called ‘{name}’. Write the id of the network.',
  },
  'formula-cell': {
    nl: 'Een cel mag niet beginnen met = + - of @.',
    en: 'A cell may not start with = + - or @.',
  },
} as const satisfies Record<string, Sentence>;
