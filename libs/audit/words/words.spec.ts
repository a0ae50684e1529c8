import { describe, expect, test } from '@jest/globals';
import type { itemEvents } from '#domain/dossier/events';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { meetingKind } from '#domain/meeting/events';
import { type AnyEvent, type EventType, registry } from '#domain/registry';
import { regionalNetwork } from '#domain/template/regional-network';
import { exampleOf } from '#domain/testing/example-data';
import { minutesWords, type Names, occurredWords, say } from './speech.ts';
import { allWords, inWords, type Sayable } from './words.ts';

const one = '0197f3a0-0000-7000-8000-000000000001';
const two = '0197f3a0-0000-7000-8000-000000000002';
const text = { $text: 'beschermd' };

const pledged = {
  pledge: one,
  programme: two,
  trajectory: one,
  organisation: one,
  role: 'municipal-secretary',
  toRole: 'lead',
  what: text,
  due: '2026-01-14',
};

type Data<T extends EventType> = Extract<AnyEvent, { type: T }>['data'];

/** Content of what can be told of any item of the dossier, every field filled. */
const items = Object.fromEntries([...itemFactTypes].map(([type, { data }]) => [type, exampleOf(data, () => text)])) as {
  readonly [T in keyof typeof itemEvents]: Data<T>;
};

/** Content for every type. A new type without an example here does not compile. */
const examples: { readonly [T in EventType]: Data<T> } = {
  'log.started.v1': { contract: 1, purpose: 'example' },
  'log.key-destroyed.v1': { key: one, reason: text },
  'register.organisation-added.v1': { id: one, kind: 'supplier', name: 'Bureau Veen', successors: [] },
  'register.organisation-changed.v1': { id: one, kind: 'supplier', name: 'Bureau Veen', successors: [] },
  'register.released.v1': {
    release: '2026-01-01',
    source: 'CBS',
    organisations: [{ id: one, kind: 'municipality', name: 'Assen', successors: [] }],
  },
  'programme.set-up.v1': {
    programme: one,
    name: 'Noord',
    client: two,
    opensOn: '2025-04-14',
    from: '2025-09-01',
    until: '2026-09-30',
  },
  'programme.template-adopted.v2': { template: regionalNetwork },
  'programme.template-changed.v1': { template: regionalNetwork, reason: text },
  'programme.report-scheduled.v1': { schedule: one, report: 'management', every: 'month', day: 1, time: '07:00' },
  'programme.report-unscheduled.v1': { schedule: one },
  'network.opened.v1': {
    network: one,
    programme: two,
    name: 'Noord',
    region: 'Drenthe',
    minimum: 8,
    target: 10,
    maximum: 10,
  },
  'network.places-changed.v1': { minimum: 8, target: 9, maximum: 10, reason: text },
  'network.place-given.v1': { trajectory: one, reservation: { reason: text, decisionExpectedOn: '2025-10-30' } },
  'network.reservation-lifted.v1': { trajectory: one },
  'network.put-on-waiting-list.v1': { trajectory: one },
  'network.place-held.v1': { trajectory: one, until: '2025-10-30', reason: text },
  'network.place-released.v1': { trajectory: one, reason: text },
  'network.rejected.v1': { trajectory: one, reason: text },
  'network.referred.v1': { trajectory: one, to: 'Netwerk Zuid', reason: text },
  'network.place-freed.v1': { trajectory: one, cause: 'stopped' },
  'network.place-proposed.v1': { trajectory: one, freedBy: two },
  'network.proposal-declined.v1': { trajectory: one, reason: text },
  'trajectory.interest-shown.v1': { trajectory: one, programme: two, organisation: two, contactRole: 'contact' },
  'trajectory.applied.v1': { trajectory: one, programme: two, organisation: two, contactRole: 'contact', network: two },
  'trajectory.intake-planned.v1': { date: '2025-06-16', status: 'agreed' },
  'trajectory.intake-moved.v1': {
    from: '2025-06-16',
    to: '2025-06-20',
    status: 'agreed',
    by: 'portfolio-holder',
    reason: text,
  },
  'trajectory.intake-held.v1': {},
  'trajectory.started.v1': {},
  'trajectory.paused.v1': { reason: text, until: '2026-01-01' },
  'trajectory.resumed.v1': {},
  'trajectory.completed.v1': {},
  'trajectory.after-measured.v1': {},
  'trajectory.closed.v1': {},
  'trajectory.withdrawn.v1': { reason: text },
  'trajectory.stopped.v1': { reason: text },
  'trajectory.passed-on.v1': { successor: two },
  'trajectory.local-change-brought-in.v1': { name: 'Vroeg aan tafel', stage: 'idea', ownerRole: 'hr-manager' },
  'trajectory.question-brought-in.v1': { question: one, category: 'residents', tags: [], text },
  'trajectory.question-sharpened.v1': { question: one, category: 'residents', tags: [], text },
  'trajectory.contacted.v1': { kind: 'phone', roles: ['lead', 'contact'], summary: text },
  'trajectory.lead-judged.v1': { judgement: 'attention', reason: text },
  'trajectory.support-requested.v1': { support: one, request: text },
  'trajectory.support-matched.v1': { support: one, expert: two, plannedMinutes: 480 },
  'trajectory.support-delivered.v1': { support: one, minutes: 270 },
  'trajectory.support-completed.v1': { support: one, result: text },
  'trajectory.commitment-asked.v1': { layer: 'council', due: '2025-12-15' },
  'trajectory.commitment-due-moved.v1': { layer: 'council', from: '2025-12-15', to: '2026-01-15', reason: text },
  'trajectory.commitment-put-on-agenda.v1': { layer: 'council', on: '2025-12-09' },
  'trajectory.commitment-given.v1': { layer: 'council' },
  'trajectory.commitment-confirmed.v1': { layer: 'council', evidence: { reference: 'raadsbesluit-1' } },
  'trajectory.commitment-refused.v1': { layer: 'council', reason: text },
  'trajectory.commitment-put-under-pressure.v1': { layer: 'council', reason: text },
  'trajectory.commitment-pressure-relieved.v1': { layer: 'council' },
  'trajectory.commitment-put-in-question.v1': { layer: 'council', cause: 'election', due: '2026-06-15' },
  'trajectory.commitment-lapsed.v1': { layer: 'council', reason: text },
  'trajectory.commitment-withdrawn.v1': { layer: 'council', reason: text },
  'trajectory.commitment-ended.v1': { layer: 'council' },
  'trajectory.fact-retracted.v1': {},
  'pledge.asked.v1': pledged,
  'pledge.made.v1': { ...pledged, meeting: two },
  'pledge.partly-kept.v1': { result: text },
  'pledge.kept.v1': { evidence: { reference: 'Z-2026-012' } },
  'pledge.postponed.v1': { from: '2026-01-14', to: '2026-02-15', reason: text },
  'pledge.taken-over.v1': { organisation: two, role: 'hr-manager', reason: text },
  'pledge.withdrawn.v1': { reason: text },
  'pledge.lapsed.v1': { reason: text },
  'pledge.fact-retracted.v1': {},
  'meeting.planned.v2': {
    meeting: one,
    programme: two,
    network: two,
    kind: 'exchange',
    title: 'Ruimte',
    date: '2026-01-22',
    status: 'provisional',
  },
  'meeting.date-agreed.v1': { date: '2026-01-22' },
  'meeting.moved.v1': { from: '2026-01-22', to: '2026-02-05', status: 'agreed', by: 'facilitator', reason: text },
  'meeting.held.v1': {},
  'meeting.attendance-recorded.v2': {
    entries: [{ trajectory: one, attendance: 'present', roles: ['hr-manager', 'lead'] }],
  },
  'meeting.cancelled.v1': { reason: text },
  'meeting.fact-retracted.v1': {},
  'group.composed.v1': {
    group: one,
    programme: two,
    network: two,
    kind: 'learning',
    name: 'Leergroep',
    members: [one],
    reason: text,
  },
  'group.recomposed.v1': { members: [one], reason: text },
  'group.frozen.v1': { reason: text },
  'import.accepted.v1': {
    import: one,
    programme: two,
    kind: 'applications',
    sha256: '0'.repeat(64),
    rows: [{ line: 2, organisation: one, network: two, appliedOn: '2025-05-20', contactRole: 'contact' }],
  },
  'import.completed.v1': { import: one, recorded: 7, known: 0 },
  ...items,
  'item.fact-retracted.v1': {},
};

const names: Names = {
  organisation: () => 'Assen',
  trajectory: (id) => (id === one ? 'Assen' : 'Heerenveen'),
  network: () => 'Netwerk Noord',
  meeting: () => 'Uitwisseling 2',
  group: () => 'Leergroep Noord',
  pledge: () => 'Assen',
  item: (id) => (id === two ? 'Samen plannen' : undefined),
  layer: () => say('Raad', 'Council'),
  category: () => say('Initiatieven van inwoners', 'Residents’ initiatives'),
};

const nobody: Names = { ...names, trajectory: () => undefined };

const subjects = [`trajectory:${one}`, `network:${one}`, `meeting:${one}`, `group:${one}`, `pledge:${one}`];

function event<T extends EventType>(type: T, corrects?: 'correction' | 'retraction'): Sayable {
  return { type, data: examples[type], subjects, ...(corrects && { corrects: { kind: corrects } }) } as Sayable;
}

describe('the words of events', () => {
  test('every type of the registry has words', () => {
    expect(Object.keys(allWords).toSorted()).toEqual([...registry.keys()].toSorted());
  });

  test.each([...registry.keys()] as EventType[])('%s is a sentence in both languages', (type) => {
    for (const lang of ['nl', 'en'] as const) {
      const words = inWords(event(type), { names, lang });
      expect(words).toMatch(/^.{10,200}\.$/u);
      expect(words).not.toMatch(/undefined|\[object|…|[0-9a-f]{8}-[0-9a-f]{4}|beschermd/);
    }
  });

  test('a fact about an item of the dossier says what, whose, and what goes with it', () => {
    expect(inWords(event('action.agreed.v1'), { names, lang: 'nl' })).toBe(
      'Actie afgesproken (Assen): voorbeeld, Heerenveen, uiterlijk 14 oktober 2025, Netwerk Noord, Uitwisseling 2.',
    );
    expect(inWords(event('experiment.scaled.v1'), { names, lang: 'en' })).toBe('Experiment scaled (Assen): Een naam.');
    expect(inWords({ ...event('note.discarded.v1'), subjects: [] } as Sayable, { names: nobody, lang: 'nl' })).toBe(
      'Aantekening afgedaan.',
    );
  });

  /** A fact about an item of the dossier, in a programme where „Samen plannen” is the theme. */
  function ofItem<T extends keyof typeof itemEvents>(type: T, data: Data<T>, more: Partial<Sayable> = {}): Sayable {
    return { type, data, subjects: [`item:${two}`, `trajectory:${one}`], ...more } as Sayable;
  }

  test('a fact that does not say which item it is about says what that is called', () => {
    const chosen = ofItem('theme.chosen.v1', {});
    expect(inWords(chosen, { names, lang: 'nl' })).toBe('Thema gekozen (Assen): Samen plannen.');
    expect(inWords(chosen, { names, lang: 'en' })).toBe('Theme chosen (Assen): Samen plannen.');
    const linked = ofItem('item.linked.v1', { items: [two, one] }, { subjects: [`item:${one}`] });
    expect(inWords(linked, { names, lang: 'nl' })).toBe('Verbonden met een ander stuk: Samen plannen.');
    expect(inWords(ofItem('item.fact-retracted.v1', {}), { names, lang: 'nl' })).toBe(
      'Een feit over „Samen plannen” is ingetrokken.',
    );
  });

  test('a fact about several says whose it is in what it says, and one of an organisation alone names that', () => {
    const subjects = [`item:${two}`, `trajectory:${one}`, `trajectory:${two}`];
    const joined = ofItem('team.joined.v1', { trajectory: two, role: 'hr-manager' }, { subjects });
    expect(inWords(joined, { names, lang: 'nl' })).toBe('Lid geworden: Samen plannen; hr-manager, Heerenveen.');
    const alone = ofItem('theme.chosen.v1', {}, { subjects: [`item:${two}`, `organisation:${one}`] });
    expect(inWords(alone, { names, lang: 'nl' })).toBe('Thema gekozen (Assen): Samen plannen.');
  });

  test('codes, sums, days and what proves it are said as people say them', () => {
    const told = (event: Sayable, lang: 'nl' | 'en') => inWords({ ...event, subjects: [] }, { names, lang });
    const raised = { item: one, programme: two, sort: 'signal', title: 'Minder tijd?', severity: 'high' } as const;
    expect(told(ofItem('risk.raised.v1', { ...raised, what: text }), 'nl')).toBe(
      'Risico of signaal gemeld: Minder tijd?; signaal, ernst hoog.',
    );
    const budget = { item: one, programme: two, line: 'evenings', source: 'own', amount: 25_000 } as const;
    expect(told(ofItem('budget.set.v1', budget), 'nl')).toBe('Budget vastgesteld: evenings, eigen middelen, € 25.000.');
    expect(told(ofItem('budget.set.v1', budget), 'en')).toBe('Budget set: evenings, own, €25,000.');
    const votes = { inFavour: 9, against: 2, abstained: 1 };
    const taken = { outcome: 'approved-with-changes', what: text, votes, evidence: { reference: 'Z-12' } } as const;
    expect(told(ofItem('decision.taken.v1', taken), 'nl')).toBe(
      'Besluit genomen: goedgekeurd met wijzigingen, 9 voor, 2 tegen, bewijs: Z-12.',
    );
    expect(told(ofItem('decision.deferred.v1', { to: '2026-03-18', reason: text }), 'en')).toBe(
      'Decision deferred: to 18 March 2026.',
    );
    const voted = { votes: [{ organisation: one, vote: 'against' } as const] };
    expect(told(ofItem('follow-up.voted.v1', voted), 'nl')).toBe('Gestemd over het vervolg: 0 voor, 1 tegen.');
    const reach = ofItem('reach.recounted.v1', { reached: 12, of: 40 });
    expect(told(reach, 'en')).toBe('Reach counted again: 12 of 40.');
    const question = { item: one, programme: two, title: 'Hoe verder?' };
    expect(told(ofItem('theme.gathered.v1', question), 'nl')).toBe('Thema opgehaald: Hoe verder?');
  });

  test('a corrected fact about an item begins in lower case after the colon', () => {
    const corrected = ofItem('theme.chosen.v1', {}, { corrects: { kind: 'correction' } });
    expect(inWords(corrected, { names, lang: 'nl' })).toBe('Correctie: thema gekozen (Assen): Samen plannen.');
    const retraction = ofItem('item.fact-retracted.v1', {}, { corrects: { kind: 'retraction' } });
    expect(inWords(retraction, { names, lang: 'en' }, ofItem('theme.chosen.v1', {}))).toBe(
      'Retracted: theme chosen (Assen): Samen plannen.',
    );
  });

  test.each(
    Object.entries(examples).filter(([type]) => registry.get(type)?.nature === 'fact') as [EventType, object][],
  )('given a correction of %s, then it begins in lower case after the colon, or with a name', (type) => {
    for (const lang of ['nl', 'en'] as const) {
      expect(inWords(event(type, 'correction'), { names, lang })).toMatch(
        /^(Correctie|Correction): (Assen |[\p{Ll}\d„“])/u,
      );
    }
  });

  test.each([...meetingKind.options])(
    'given a correction of a planned meeting (%s), then its kind is in lower case',
    (kind) => {
      const planned = { ...event('meeting.planned.v2', 'correction') };
      const told = { ...planned, data: { ...examples['meeting.planned.v2'], kind } } as Sayable;
      expect(inWords(told, { names, lang: 'nl' })).toMatch(/^Correctie: \p{Ll}+ „Ruimte” gepland/u);
      expect(inWords(told, { names, lang: 'en' })).toMatch(/^Correction: \p{Ll}[\p{Ll} -]+ “Ruimte” planned/u);
    },
  );

  test('one of anything is said as one', () => {
    const told = <T extends EventType>(type: T, data: object, lang: 'nl' | 'en') =>
      inWords({ type, data: { ...examples[type], ...data }, subjects } as Sayable, { names, lang });
    expect(minutesWords(61)).toEqual(say('1 uur en 1 minuut', '1 hour and 1 minute'));
    expect(told('group.composed.v1', {}, 'nl')).toBe('Leergroep „Leergroep” samengesteld met 1 deelnemer.');
    expect(told('group.composed.v1', {}, 'en')).toBe('Learning group “Leergroep” composed with 1 member.');
    expect(told('group.recomposed.v1', {}, 'en')).toBe('Learning group “Leergroep Noord” recomposed with 1 member.');
    expect(told('import.accepted.v1', {}, 'nl')).toBe('Bestand met 1 aanmelding aangenomen.');
    expect(told('import.accepted.v1', {}, 'en')).toBe('File with 1 application accepted.');
    expect(told('register.released.v1', {}, 'nl')).toContain('(1 organisatie)');
    expect(told('register.released.v1', {}, 'en')).toContain('(1 organisation)');
    expect(told('network.opened.v1', { target: 1 }, 'nl')).toContain('geopend met 1 plaats (');
    expect(told('network.opened.v1', { target: 1 }, 'en')).toContain('opened with 1 place (');
    expect(told('network.places-changed.v1', { target: 1 }, 'en')).toContain('now has 1 place (');
    expect(told('group.composed.v1', { members: [one, two] }, 'nl')).toContain('met 2 deelnemers.');
  });

  test.each([
    ['unit.counted.v1', { headcount: 1 }, '1 medewerker', '1 member of staff'],
    ['unit.counted.v1', { headcount: 40 }, '40 medewerkers', '40 staff'],
    ['knowledge-product.spread.v1', { organisations: [one] }, '1 organisatie', '1 organisation'],
    ['site-visit.planned.v1', { guests: [one] }, '1 organisatie te gast', '1 organisation as guest'],
    ['site-visit.planned.v1', { guests: [one, two] }, '2 organisaties te gast', '2 organisations as guests'],
    ['knowledge-product.spread.v1', { people: 1 }, '1 persoon', '1 person'],
    ['needs-analysis.found.v1', { needs: ['a'] }, '1 behoefte', '1 need'],
    ['date-poll.opened.v1', { dates: ['2026-01-01'] }, '1 datum', '1 date'],
    ['date-poll.answered.v1', { possible: ['2026-01-01'] }, '1 datum mogelijk', '1 date possible'],
    ['role-profile.drafted.v1', { competencies: ['a'] }, '1 competentie', '1 competency'],
    ['admission-rule.set.v1', { criteria: ['a'] }, '1 criterium', '1 criterion'],
  ] as const)('of %s with %j it says “%s”', (type, data, nl, en) => {
    const told = { type, data, subjects: [] as string[] } as Sayable;
    expect(inWords(told, { names, lang: 'nl' })).toMatch(new RegExp(`: ${nl}\\.$`));
    expect(inWords(told, { names, lang: 'en' })).toMatch(new RegExp(`: ${en}\\.$`));
  });

  test('names, dates and minutes are said the Dutch and the English way', () => {
    expect(inWords(event('network.place-given.v1'), { names, lang: 'nl' })).toBe(
      'Assen kreeg een plaats onder voorbehoud; een besluit wordt verwacht op 30 oktober 2025.',
    );
    expect(inWords(event('trajectory.commitment-put-in-question.v1'), { names, lang: 'en' })).toBe(
      'Commitment of Assen (council): put in question by an election, to be reconfirmed by 15 June 2026.',
    );
    expect(minutesWords(270)).toEqual(say('4 uur en 30 minuten', '4 hours and 30 minutes'));
    expect(minutesWords(60)).toEqual(say('1 uur', '1 hour'));
    expect(occurredWords({ precision: 'month', value: '2025-10' }, 'nl')).toBe('oktober 2025');
    expect(occurredWords({ precision: 'moment', value: '2025-10-14T22:30:00.000Z' }, 'nl')).toBe(
      '15 oktober 2025, 00:30',
    );
  });

  test('in the story of one trajectory, what concerns many also says how it was for this one', () => {
    const toldTo = (id: string) => ({ names, lang: 'nl', subject: `trajectory:${id}` }) as const;
    const attended = event('meeting.attendance-recorded.v2', 'correction');
    expect(inWords(attended, toldTo(one))).toBe(
      'Correctie: aanwezigheid bij „Uitwisseling 2”: 1 aanwezig, 0 afgemeld, 0 afwezig; Assen: aanwezig (hr-manager, programmaleider).',
    );
    expect(inWords(attended, { names, lang: 'nl', subject: `meeting:${one}` })).toBe(
      'Correctie: aanwezigheid bij „Uitwisseling 2”: 1 aanwezig, 0 afgemeld, 0 afwezig.',
    );
    const recomposed = 'Leergroep „Leergroep Noord” opnieuw samengesteld met 1 deelnemer';
    expect(inWords(event('group.recomposed.v1'), toldTo(one))).toBe(`${recomposed}.`);
    expect(inWords(event('group.recomposed.v1'), toldTo(two))).toBe(`${recomposed}, zonder Heerenveen.`);
  });

  test('a day on which something is due is the last day on which it is in time', () => {
    expect(inWords(event('trajectory.commitment-asked.v1'), { names, lang: 'nl' })).toBe(
      'Commitment van Assen (raad): gevraagd, antwoord uiterlijk 15 december 2025.',
    );
    expect(inWords(event('trajectory.commitment-put-in-question.v1'), { names, lang: 'nl' })).toBe(
      'Commitment van Assen (raad): ter discussie door een verkiezing, uiterlijk 15 juni 2026 opnieuw te bevestigen.',
    );
  });

  test('the last day of a pause is the last day on which it is paused', () => {
    const paused = event('trajectory.paused.v1');
    expect(inWords(paused, { names, lang: 'nl' })).toBe('Assen pauzeert tot en met 1 januari 2026.');
    expect(inWords(paused, { names, lang: 'en' })).toBe('Assen paused until and including 1 January 2026.');
  });

  test('a correction and a retraction say so, and what they take back', () => {
    expect(inWords(event('trajectory.support-delivered.v1', 'correction'), { names, lang: 'nl' })).toBe(
      'Correctie: 4 uur en 30 minuten maatwerk geleverd bij Assen.',
    );
    const wolden = { names: { ...names, trajectory: () => 'De Wolden' }, lang: 'nl' } as const;
    expect(inWords(event('trajectory.applied.v1', 'correction'), wolden)).toBe('Correctie: De Wolden meldde zich aan.');
    const retraction = event('trajectory.fact-retracted.v1', 'retraction');
    expect(inWords(retraction, { names, lang: 'en' }, event('trajectory.intake-held.v1'))).toBe(
      'Retracted: intake of Assen held.',
    );
  });
});
