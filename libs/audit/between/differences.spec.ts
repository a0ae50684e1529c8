import { describe, expect, test } from '@jest/globals';
import { commitmentView } from '#views/commitment/view';
import { dossierItemView } from '#views/dossier/view';
import type { ViewDefinition } from '#views/engine/view-definition';
import { meetingView } from '#views/meeting/view';
import { networkView } from '#views/network/view';
import { progressView } from '#views/progress/view';
import { idOf } from '../../../test/support/events.ts';
import { type Names, say } from '../words/speech.ts';
import { differencesOf } from './differences.ts';

const [trajectory = '', meeting = '', network = '', programme = '', event = ''] = [
  'trajectory',
  'meeting',
  'network',
  'programme',
  'event',
].map(idOf);

/** A province and a municipality have this name. */
const [province = '', municipality = ''] = ['Utrecht, province', 'Utrecht, municipality'].map(idOf);

const names: Names = {
  organisation: () => undefined,
  trajectory: (id) => {
    if (id === province || id === municipality) return 'Utrecht';
    return id === trajectory ? 'Sint-Michielsgestel a.d. Aa' : undefined;
  },
  apart: (id) => (id === province ? say('provincie', 'province') : say('gemeente', 'municipality')),
  network: (id) => (id === network ? 'Netwerk Noord' : undefined),
  meeting: () => 'Uitwisseling 1',
  group: () => undefined,
  pledge: () => undefined,
  item: () => undefined,
  layer: (key) => (key === 'council' ? say('Raad', 'Council') : undefined),
  category: (key) => (key === 'residents' ? say('Initiatieven van inwoners', 'Residents’ initiatives') : undefined),
};

function told(view: ViewDefinition, before: unknown, after: unknown, lang: 'nl' | 'en' = 'nl'): string[] {
  const change = { view, key: 'any', ordinal: 1, before, after };
  return differencesOf(change, { names, lang }).map(({ words }) => words);
}

const asked = { on: '2025-07-10', fact: 'asked', due: '2025-12-15', event };
const commitment = { trajectory, layer: 'council', facts: [asked] };

describe('the differences of a row, in words', () => {
  test('given a commitment that was given, then its step goes on and the day is said', () => {
    const given = { ...commitment, facts: [asked, { on: '2025-11-27', fact: 'given', event }] };
    expect(told(commitmentView, commitment, given)).toEqual([
      'Commitment, raad, uiterlijk: 15 december 2025 (niet meer)',
      'Commitment, raad, vastgelegd, gegeven: 27 november 2025',
      'Commitment, raad, stap: gevraagd → gegeven',
    ]);
    expect(told(commitmentView, commitment, given, 'en').at(-1)).toBe('Commitment, council, step: asked → given');
  });

  test('given a row that came, then all that it says is new; given one that went, then it is no longer so', () => {
    expect(told(commitmentView, undefined, commitment)).toContain('Commitment, raad, stap: gevraagd');
    expect(told(commitmentView, commitment, undefined)).toContain('Commitment, raad, stap: gevraagd (niet meer)');
  });

  test('given words of people’s own, then they are said as they were written', () => {
    const evidence = { reference: 'raadsbesluit-2025-077' };
    const confirmed = { ...commitment, facts: [asked, { on: '2025-12-01', fact: 'confirmed', event, evidence }] };
    expect(told(commitmentView, commitment, confirmed)).toContain(
      'Commitment, raad, bewijs, kenmerk: raadsbesluit-2025-077',
    );
  });

  test('given corrected attendance, then the municipality is named, also when its name has points in it', () => {
    const row = (attendance: string) => ({
      meeting,
      programme,
      network,
      kind: 'exchange',
      title: 'Uitwisseling 1',
      facts: [{ on: '2025-09-01', fact: 'planned', date: '2025-11-20', status: 'agreed', event }],
      attendance: [{ trajectory, attendance, roles: [], on: '2025-11-20', event }],
      invitations: [],
    });
    expect(told(meetingView, row('absent'), row('excused'))).toEqual([
      'Aanwezigheid, Sint-Michielsgestel a.d. Aa: afwezig → afgemeld',
    ]);
  });

  test('given a province and a municipality of one name, then each is told with what it is', () => {
    const row = (...attendance: string[]) => ({
      ...{ meeting, programme, network, kind: 'exchange', title: 'Uitwisseling 1', invitations: [] },
      facts: [{ on: '2025-09-01', fact: 'planned', date: '2025-11-20', status: 'agreed', event }],
      attendance: [province, municipality].flatMap((id, i) =>
        attendance[i] === undefined
          ? []
          : [{ trajectory: id, attendance: attendance[i], roles: [], on: '2025-11-20', event }],
      ),
    });
    expect(told(meetingView, row('absent', 'present'), row('present', 'present'))).toEqual([
      'Aanwezigheid, Utrecht (provincie): afwezig → aanwezig',
    ]);
    expect(told(meetingView, row('present'), row('present', 'absent'), 'en')).toEqual([
      'Attendance, Utrecht (municipality): absent',
    ]);
  });

  test('given a place and a shorter waiting list, then who waits moves up', () => {
    const row = { network, programme, name: 'N', region: 'N', minimum: 1, target: 1, maximum: 1, proposals: [] };
    const lists = { rejected: [], referred: [] };
    const before = {
      ...row,
      ...lists,
      places: [],
      waiting: [
        { trajectory: 'x', since: '2025-07-08' },
        { trajectory, since: '2025-07-08' },
      ],
    };
    const after = { ...row, ...lists, places: [], waiting: [{ trajectory, since: '2025-07-08' }] };
    expect(told(networkView, before, after)).toContain('Wachtlijst, Sint-Michielsgestel a.d. Aa, nummer: 2 → 1');
  });

  test('given support that was delivered, then time is said in hours, and no id is shown to people', () => {
    const support = {
      support: idOf('support'),
      requestedOn: '2025-10-01',
      matches: [{ on: '2025-10-08', expert: idOf('x'), plannedMinutes: 960 }],
      deliveries: [],
      completedOn: null,
      event,
    };
    const empty = {
      course: [],
      places: [],
      commitments: {},
      questions: [],
      localChanges: [],
      dossierDays: [],
      attendance: [],
      contacts: [],
      judgements: [],
      contactRole: 'contact',
      network,
      organisation: idOf('o'),
      trajectory,
      programme,
      lastRecordedAt: '',
    };
    const before = { ...empty, support: [support] };
    const after = { ...empty, support: [{ ...support, deliveries: [{ on: '2025-12-09', minutes: 270 }] }] };
    expect(told(progressView, before, after)).toEqual([
      'Lokaal maatwerk, geleverd: 4 uur en 30 minuten',
      'Lokaal maatwerk, geleverd op: 9 december 2025',
    ]);
  });

  test('given a contact and a judgement, then each is one line', () => {
    const empty = {
      course: [],
      places: [],
      commitments: {},
      questions: [],
      localChanges: [],
      dossierDays: [],
      attendance: [],
      support: [],
      contacts: [],
      judgements: [],
      contactRole: 'contact',
      network,
      organisation: idOf('o'),
      trajectory,
      programme,
      lastRecordedAt: '',
    };
    const contacts = [{ on: '2025-10-14', kind: 'phone', roles: ['lead', 'contact'], event }];
    const judgements = [{ on: '2026-01-15', judgement: 'behind', event }];
    expect(told(progressView, empty, { ...empty, contacts, judgements })).toEqual([
      'Contactmoment: 14 oktober 2025, telefonisch, programmaleider, contactpersoon',
      'Oordeel van de programmaleider: 15 januari 2026, achter',
    ]);
  });

  test('given a fact about an item of the dossier, then its step goes on, and what was said of it is said', () => {
    const fact = (type: string, on: string, data: object) => {
      return { type, fact: type.split('.')[1], on, event: idOf(type), data, hasText: false };
    };
    const belonging = { title: 'Geld', trajectory, network: null, meeting: null, group: null, organisation: null };
    const item = { item: idOf('item'), kind: 'contribution', programme, ...belonging };
    const promised = fact('contribution.promised.v1', '2025-10-01', {
      item: item.item,
      programme,
      trajectory,
      sort: 'money',
      role: 'hr-manager',
      amount: 500,
      due: '2025-12-01',
    });
    const before = { ...item, facts: [promised] };
    const partly = fact('contribution.partly-delivered.v1', '2025-11-01', { amount: 200 });
    expect(told(dossierItemView, undefined, before)).toEqual([
      'Uiterlijk: 1 december 2025',
      'Vastgelegd, bijdrage toegezegd, bedrag of aantal: 500',
      'Vastgelegd, bijdrage toegezegd, uiterlijk: 1 december 2025',
      'Vastgelegd, bijdrage toegezegd, op: 1 oktober 2025',
      'Vastgelegd, bijdrage toegezegd, rol: hr-manager',
      'Vastgelegd, bijdrage toegezegd, soort: geld',
      'Stap: bijdrage toegezegd',
      'Titel: Geld',
      'Deelname van: Sint-Michielsgestel a.d. Aa',
    ]);
    expect(told(dossierItemView, before, { ...before, facts: [promised, partly] })).toEqual([
      'Vastgelegd, bijdrage deels geleverd, bedrag of aantal: 200',
      'Vastgelegd, bijdrage deels geleverd, op: 1 november 2025',
      'Stap: bijdrage toegezegd → bijdrage deels geleverd',
    ]);
    const corrected = { ...promised, data: { ...promised.data, amount: 600 } };
    expect(told(dossierItemView, before, { ...before, facts: [corrected] }, 'en')).toEqual([
      'Recorded, contribution promised, sum or number: 500 → 600',
    ]);
  });
});
