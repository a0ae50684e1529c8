import type { Sentence } from '#domain/kernel/decision';
import type { MeetingKind, meetingEvents } from '#domain/meeting/events';
import { roleWords } from './roles.ts';
import { dayWords, type Lang, say, type WordsFor } from './speech.ts';

const kinds = {
  opening: say('Startbijeenkomst', 'Opening meeting'),
  exchange: say('Uitwisselingsbijeenkomst', 'Exchange meeting'),
  closing: say('Slotbijeenkomst', 'Closing meeting'),
  session: say('Leerbijeenkomst', 'Session'),
  evening: say('Avond', 'Evening'),
  presentation: say('Presentatie', 'Presentation'),
  'peer-consultation': say('Intervisie', 'Peer consultation'),
  'team-meeting': say('Groepsbijeenkomst', 'Team meeting'),
  'steering-group': say('Stuurgroep', 'Steering group'),
  other: say('Bijeenkomst', 'Meeting'),
} as const satisfies Record<MeetingKind, Sentence>;

const statuses = { provisional: say('voorlopig', 'provisional'), agreed: say('afgesproken', 'agreed') } as const;

const attendances = {
  present: say('aanwezig', 'present'),
  excused: say('afgemeld', 'excused'),
  absent: say('afwezig', 'absent'),
} as const;

export const meetingWords: WordsFor<typeof meetingEvents> = {
  'meeting.planned.v2': (d) =>
    say(
      `${kinds[d.kind].nl} „${d.title}” gepland op ${dayWords(d.date, 'nl')} (${statuses[d.status].nl}).`,
      `${kinds[d.kind].en} “${d.title}” planned on ${dayWords(d.date, 'en')} (${statuses[d.status].en}).`,
    ),
  'meeting.date-agreed.v1': (d, s) =>
    say(
      `Datum van „${s.meeting}” afgesproken: ${dayWords(d.date, 'nl')}.`,
      `Date of “${s.meeting}” agreed: ${dayWords(d.date, 'en')}.`,
    ),
  'meeting.moved.v1': (d, s) =>
    say(
      `„${s.meeting}” verzet van ${dayWords(d.from, 'nl')} naar ${dayWords(d.to, 'nl')} op verzoek van: ${roleWords(d.by).nl}.`,
      `“${s.meeting}” moved from ${dayWords(d.from, 'en')} to ${dayWords(d.to, 'en')}, asked by: ${roleWords(d.by).en}.`,
    ),
  'meeting.held.v1': (_, s) => say(`„${s.meeting}” is gehouden.`, `“${s.meeting}” was held.`),
  'meeting.attendance-recorded.v2': (d, s) => {
    const of = (attendance: string) => d.entries.filter((entry) => entry.attendance === attendance).length;
    const [present, excused, absent] = [of('present'), of('excused'), of('absent')];
    const own = d.entries.find(({ trajectory }) => trajectory === s.storyOf);
    const who = own && s.names.trajectory(own.trajectory);
    const roles = (own?.roles ?? []).map(roleWords);
    const table = (lang: Lang) => (roles.length > 0 ? ` (${roles.map((role) => role[lang]).join(', ')})` : '');
    return say(
      `Aanwezigheid bij „${s.meeting}”: ${present} aanwezig, ${excused} afgemeld, ${absent} afwezig${who ? `; ${who}: ${attendances[own.attendance].nl}${table('nl')}` : ''}.`,
      `Attendance of “${s.meeting}”: ${present} present, ${excused} excused, ${absent} absent${who ? `; ${who}: ${attendances[own.attendance].en}${table('en')}` : ''}.`,
    );
  },
  'meeting.cancelled.v1': (_, s) => say(`„${s.meeting}” gaat niet door.`, `“${s.meeting}” was cancelled.`),
  'meeting.fact-retracted.v1': (_, s) =>
    say(`Een feit over „${s.meeting}” is ingetrokken.`, `A fact about “${s.meeting}” was retracted.`),
};
