import { describe, expect, test } from '@jest/globals';
import type { ViewDefinition } from '#views/engine/view-definition';
import { meetingView } from '#views/meeting/view';
import { pledgeView } from '#views/pledge/view';
import { registerView } from '#views/register/view';
import { idOf } from '../../../test/support/events.ts';
import type { Names } from '../words/speech.ts';
import { differencesOf } from './differences.ts';

const [assen = '', emmen = '', trajectory = '', meeting = '', network = '', programme = '', event = ''] = [
  'Assen',
  'Emmen',
  'trajectory',
  'meeting',
  'network',
  'programme',
  'event',
].map(idOf);

const organisations = new Map([
  [assen, 'Assen'],
  [emmen, 'Emmen'],
]);

const names: Names = {
  organisation: (id) => organisations.get(id),
  trajectory: () => undefined,
  network: () => undefined,
  meeting: () => 'Uitwisseling 1',
  group: () => undefined,
  pledge: () => undefined,
  item: () => undefined,
  layer: () => undefined,
  category: () => undefined,
};

function told(view: ViewDefinition, before: unknown, after: unknown): string[] {
  return differencesOf({ view, key: 'any', ordinal: 1, before, after }, { names, lang: 'nl' }).map(
    ({ words }) => words,
  );
}

describe('what a row says of what stands behind its last step', () => {
  const made = {
    on: '2025-10-01',
    fact: 'made',
    due: '2025-12-01',
    event: idOf('made'),
    terms: { role: 'municipal-secretary', toRole: 'lead', meeting: null },
  };
  const pledge = (...facts: object[]) => ({
    pledge: idOf('pledge'),
    programme,
    trajectory,
    organisation: assen,
    facts: facts.map((fact, i) => ({ event: idOf(`fact ${i}`), ...fact })),
  });

  test.each([
    ['kept', ['Toezegging, uiterlijk: 1 december 2025 (niet meer)']],
    ['partly-kept', []],
    ['postponed', ['Toezegging, uiterlijk: 1 december 2025 → 1 januari 2026']],
  ])('given a pledge that was taken over and then %s, then it stays with who took it over', (fact, due) => {
    const over = { on: '2025-11-01', fact: 'taken-over', organisation: emmen, role: 'hr-manager' };
    const later = { on: '2025-11-20', fact, from: '2025-12-01', to: '2026-01-01' };
    expect(told(pledgeView, pledge(made), pledge(made, over))).toEqual(
      expect.arrayContaining([
        'Toezegging, overgenomen door, organisatie: Emmen',
        'Toezegging, overgenomen door, rol: hr-manager',
      ]),
    );
    const words = told(pledgeView, pledge(made, over), pledge(made, over, later));
    expect(words.filter((line) => /Assen|Emmen|hr-manager/.test(line))).toEqual([]);
    expect(words).toEqual(expect.arrayContaining(due));
  });

  test('given that the terms or the evidence of a pledge are corrected, then that is told', () => {
    const terms = { role: 'hr-manager', toRole: 'facilitator', meeting };
    expect(told(pledgeView, pledge(made), pledge({ ...made, terms }))).toEqual([
      'Toezegging, bijeenkomst: Uitwisseling 1',
      'Toezegging, rol: gemeentesecretaris → hr-manager',
      'Toezegging, aan: programmaleider → procesbegeleider',
    ]);
    const kept = (reference: string) => ({ on: '2025-11-20', fact: 'kept', evidence: { reference } });
    expect(told(pledgeView, pledge(made, kept('R-1')), pledge(made, kept('R-2')))).toEqual([
      'Toezegging, bewijs, kenmerk: R-1 → R-2',
    ]);
  });

  test('given that a term of a pledge is corrected after it was postponed, then that is told', () => {
    const postponed = (from: string) => ({ on: '2025-11-20', fact: 'postponed', from, to: '2026-01-01' });
    const [before, after] = [pledge(made, postponed('2025-12-01')), pledge(made, postponed('2025-12-02'))];
    expect(told(pledgeView, before, after)).toEqual([
      'Toezegging, verschoven: 1 december 2025, 1 januari 2026 → 2 december 2025, 1 januari 2026',
    ]);
    const earlier = pledge({ ...made, due: '2025-11-30' }, postponed('2025-12-01'));
    expect(told(pledgeView, before, earlier)).toEqual([
      'Toezegging, eerst uiterlijk: 1 december 2025 → 30 november 2025',
    ]);
  });

  test('given that a move of a meeting is corrected, then it is told from where, and who asked for it', () => {
    const planned = { on: '2025-09-01', fact: 'planned', date: '2025-11-20', status: 'agreed', event };
    const row = (plan: object, from: string, by: string, to = '2025-11-27') => ({
      ...{ meeting, programme, network, kind: 'exchange', title: 'Uitwisseling 1', attendance: [], invitations: [] },
      facts: [
        plan,
        { on: '2025-09-05', fact: 'moved', to, status: 'agreed', event: idOf('moved'), move: { from, by } },
      ],
    });
    const before = row(planned, '2025-11-20', 'contact');
    expect(told(meetingView, before, row(planned, '2025-11-21', 'lead'))).toEqual([
      'Verzet: 20 november 2025, 27 november 2025, contactpersoon → 21 november 2025, 27 november 2025, programmaleider',
    ]);
    expect(told(meetingView, before, row({ ...planned, date: '2025-11-21' }, '2025-11-20', 'contact'))).toEqual([
      'Eerste datum: 20 november 2025 → 21 november 2025',
    ]);
  });

  test('given an organisation that was changed, then it is told what of it, and of which', () => {
    const register = (organisation: object, release: string | null = null) => ({
      release,
      source: release && 'CBS',
      organisations: [
        {
          id: assen,
          name: 'Assen',
          kind: 'municipality',
          cbs: '0106',
          province: 'Drenthe',
          successors: [],
          ...organisation,
        },
      ],
    });
    const changed = register({ name: 'Groot Assen', validUntil: '2026-01-01', successors: [emmen], kind: 'supplier' });
    expect(told(registerView, register({}), changed)).toEqual([
      'Organisatie, Assen, soort: gemeente → leverancier',
      'Organisatie, Assen, naam: Assen → Groot Assen',
      'Organisatie, Assen, opvolgers: Emmen',
      'Organisatie, Assen, laatste dag: 1 januari 2026',
    ]);
    expect(told(registerView, undefined, register({}))).toEqual([
      'Organisatie, Assen, CBS-code: 0106',
      'Organisatie, Assen, soort: gemeente',
      'Organisatie, Assen, naam: Assen',
      'Organisatie, Assen, provincie: Drenthe',
      'Organisaties: 1',
    ]);
    // Of a first release every organisation is new: how many there are says enough.
    expect(told(registerView, undefined, register({}, '2025-01-01'))).toEqual([
      'Organisaties: 1',
      'Uitgave: 1 januari 2025',
      'Bron: CBS',
    ]);
    expect(told(registerView, register({}, '2025-01-01'), register({ name: 'Azzen' }, '2026-01-01'))).toEqual([
      'Organisatie, Assen, naam: Assen → Azzen',
      'Uitgave: 1 januari 2025 → 1 januari 2026',
    ]);
  });
});
