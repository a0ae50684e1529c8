import type { Sentence } from '#domain/kernel/decision';
import type { Organisation } from '#domain/register/events';
import { say } from './speech.ts';

/** Steps, statuses and attendance: what figures are counted by. */
export const stepWords: Readonly<Record<string, Sentence>> = {
  // Where a trajectory is.
  interested: say('belangstelling', 'interested'),
  applied: say('aangemeld', 'applied'),
  'intake-planned': say('intake gepland', 'intake planned'),
  'intake-held': say('intake gehouden', 'intake held'),
  admitted: say('toegelaten', 'admitted'),
  'admitted-with-reservation': say('toegelaten onder voorbehoud', 'admitted with reservation'),
  waiting: say('wachtlijst', 'waiting'),
  rejected: say('afgewezen', 'rejected'),
  referred: say('verwezen', 'referred'),
  started: say('gestart', 'started'),
  paused: say('gepauzeerd', 'paused'),
  completed: say('afgerond', 'completed'),
  'after-measured': say('nameting gedaan', 'after-measured'),
  closed: say('gesloten', 'closed'),
  withdrawn: say('teruggetrokken', 'withdrawn'),
  stopped: say('gestopt', 'stopped'),
  'passed-on': say('overgegaan', 'passed on'),
  // How it stands.
  'on-schedule': say('op schema', 'on schedule'),
  attention: say('vraagt aandacht', 'asks for attention'),
  behind: say('achter', 'behind'),
  none: say('geen status', 'no status'),
  // Where a commitment is.
  'not-asked': say('niet gevraagd', 'not asked'),
  asked: say('gevraagd', 'asked'),
  'on-agenda': say('op de agenda', 'on the agenda'),
  given: say('gegeven', 'given'),
  'given-with-reservation': say('gegeven onder voorbehoud', 'given with reservation'),
  confirmed: say('bevestigd', 'confirmed'),
  refused: say('geweigerd', 'refused'),
  'under-pressure': say('onder druk', 'under pressure'),
  'in-question': say('opnieuw te bevestigen', 'to be reconfirmed'),
  lapsed: say('vervallen', 'lapsed'),
  ended: say('beëindigd', 'ended'),
  // Who was there.
  present: say('aanwezig', 'present'),
  excused: say('afgemeld', 'excused'),
  absent: say('afwezig', 'absent'),
};

/** What an organisation is. */
export const organisationKindWords: Readonly<Record<Organisation['kind'], Sentence>> = {
  municipality: say('gemeente', 'municipality'),
  province: say('provincie', 'province'),
  association: say('samenwerkingsverband', 'association'),
  supplier: say('leverancier', 'supplier'),
};

/** The codes that stand in rows and figures, as people say them: steps, statuses, kinds. */
export const codeWords: Readonly<Record<string, Sentence>> = {
  ...stepWords,
  freed: say('vrijgekomen', 'came free'),
  // Where a pledge is.
  made: say('gedaan', 'made'),
  pledged: say('toegezegd', 'pledged'),
  postponed: say('verschoven', 'postponed'),
  'partly-kept': say('deels nagekomen', 'partly kept'),
  kept: say('nagekomen', 'kept'),
  'taken-over': say('overgenomen', 'taken over'),
  // Meetings, contact, local change.
  opening: say('startbijeenkomst', 'opening meeting'),
  exchange: say('uitwisselingsbijeenkomst', 'exchange meeting'),
  closing: say('slotbijeenkomst', 'closing meeting'),
  session: say('leerbijeenkomst', 'session'),
  evening: say('avond', 'evening'),
  presentation: say('presentatie', 'presentation'),
  'peer-consultation': say('intervisie', 'peer consultation'),
  'team-meeting': say('groepsbijeenkomst', 'team meeting'),
  'steering-group': say('stuurgroep', 'steering group'),
  provisional: say('voorlopig', 'provisional'),
  agreed: say('afgesproken', 'agreed'),
  phone: say('telefonisch', 'by phone'),
  video: say('via video', 'by video'),
  visit: say('bezoek', 'visit'),
  mail: say('per mail', 'by mail'),
  other: say('anders', 'otherwise'),
  idea: say('idee', 'idea'),
  preparation: say('voorbereiding', 'preparation'),
  'under-way': say('in uitvoering', 'under way'),
  embedded: say('ingebed', 'embedded'),
  // Facts by their own name.
  'interest-shown': say('belangstelling getoond', 'interest shown'),
  'intake-moved': say('intake verzet', 'intake moved'),
  resumed: say('hervat', 'resumed'),
  planned: say('gepland', 'planned'),
  'date-agreed': say('datum afgesproken', 'date agreed'),
  moved: say('verzet', 'moved'),
  held: say('gehouden', 'held'),
  cancelled: say('vervallen', 'cancelled'),
  'due-moved': say('antwoord verschoven', 'answer moved'),
  'put-on-agenda': say('op de agenda gezet', 'put on the agenda'),
  'put-under-pressure': say('onder druk gekomen', 'put under pressure'),
  'pressure-relieved': say('niet langer onder druk', 'no longer under pressure'),
  'put-in-question': say('ter discussie gesteld', 'put in question'),
  election: say('een verkiezing', 'an election'),
  'new-portfolio-holder': say('een nieuwe portefeuillehouder', 'a new portfolio holder'),
  merger: say('een herindeling', 'a merger'),
  // Organisations.
  ...organisationKindWords,
  // Others.
  learning: say('leergroep', 'learning group'),
  applications: say('aanmeldingen', 'applications'),
  management: say('managementrapportage', 'management report'),
  week: say('elke week', 'every week'),
  month: say('elke maand', 'every month'),
};
