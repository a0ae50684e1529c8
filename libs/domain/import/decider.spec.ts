import { describe, expect, it } from '@jest/globals';
import type { Organisation } from '../register/events.ts';
import { at, ids, openNetwork, programme, register, text } from '../testing/fixtures.ts';
import { idNumber, refusalOf, Story } from '../testing/story.ts';
import type { ImportCommand, ReadApplication } from './commands.ts';
import { type ImportContext, importing } from './decider.ts';

const row: ReadApplication = {
  line: 2,
  organisation: '0106',
  network: 'Noord',
  appliedOn: '2025-09-01',
  contactRole: 'programme-manager',
  category: 'role-of-the-council',
  question: text('Hoe houdt de raad overzicht?'),
};
const accept = (...rows: ReadApplication[]): ImportCommand => ({
  type: 'accept-import',
  ...at('2025-09-15'),
  import: idNumber(60),
  programme: ids.programme,
  kind: 'applications',
  sha256: 'a'.repeat(64),
  rows,
});
const complete = (recorded: number, known: number): ImportCommand => ({
  type: 'complete-import',
  ...at('2025-09-16'),
  import: idNumber(60),
  recorded,
  known,
});

const story = () => new Story(importing, { programme, register, networks: [{ status: 'unknown' }, openNetwork] });

describe('accepting a file of applications', () => {
  it('holds the checked content, with ids', () => {
    const told = story();
    const bare: ReadApplication = { ...row, line: 3, organisation: ids.groningen, network: ids.network };
    const { category: _c, question: _q, ...short } = bare;
    expect(told.when(accept(row, short))).toEqual({ recorded: ['accepted'], warned: [] });
    expect(told.history[0]?.data).toMatchObject({
      rows: [
        { line: 2, organisation: ids.assen, network: ids.network, category: 'role-of-the-council' },
        { line: 3, organisation: ids.groningen, network: ids.network },
      ],
    });
  });

  it.each<[string, string, Partial<ReadApplication>]>([
    ['organisation', 'organisation-unknown', { organisation: '9999' }],
    ['organisation', 'organisation-did-not-exist', { organisation: '0017' }],
    ['network', 'network-unknown', { network: 'Zuid' }],
    ['appliedOn', 'not-a-day', { appliedOn: '2025-02-30' }],
    ['appliedOn', 'not-a-day', { appliedOn: '01-09-2025' }],
    ['appliedOn', 'in-the-future', { appliedOn: '2025-09-16' }],
    ['appliedOn', 'before-the-programme', { appliedOn: '2025-05-31' }],
    ['contactRole', 'not-a-role', { contactRole: 'Programmamanager HR' }],
    ['category', 'category-unknown', { category: 'gardening' }],
    ['question', 'too-long', { question: text('x'.repeat(10_001)) }],
    ['question', 'category-without-question', { question: undefined }],
    ['category', 'question-without-category', { category: undefined }],
  ])('refuses %s: %s', (field, code, wrong) => {
    const refusal = refusalOf(story().decide(accept({ ...row, ...wrong })));
    expect(refusal.code).toBe('import-refused');
    expect(refusal.details).toMatchObject([{ line: 2, field, code }]);
  });

  describe('with a code of which a spreadsheet dropped the zeros', () => {
    const [almere, loppersum, flevoland] = [71, 72, 73].map(idNumber) as [string, string, string];
    const known: Organisation[] = [
      { id: almere, kind: 'municipality', cbs: '0034', name: 'Almere', successors: [] },
      { id: loppersum, kind: 'municipality', cbs: '0024', name: 'Loppersum', validUntil: '2020-12-31', successors: [] },
      { id: flevoland, kind: 'province', cbs: '24', name: 'Flevoland', successors: [] },
      { id: idNumber(74), kind: 'municipality', cbs: '0003', name: 'Appingedam', successors: [] },
    ];
    const organisations = new Map([...register.organisations, ...known.map((each) => [each.id, each] as const)]);
    const early = { ...programme, opensOn: '2018-01-01' } as ImportContext['programme'];
    const read = (organisation: string, appliedOn: string) =>
      new Story(importing, {
        programme: early,
        register: { ...register, organisations },
        networks: [openNetwork],
      }).decide(accept({ ...row, organisation, appliedOn }));
    const found = (organisation: string, appliedOn = '2025-09-01') => {
      const decision = read(organisation, appliedOn);
      return decision.outcome === 'accepted' ? decision.events[0]?.data : decision.refusal.details;
    };

    it.each([
      ['106', ids.assen],
      ['14', ids.groningen],
      ['34', almere],
      ['3', idNumber(74)],
      ['20', ids.client],
    ])('%s is of the municipality that has it, or else of the province', (code, organisation) => {
      expect(found(code)).toMatchObject({ rows: [{ organisation }] });
    });

    it('is of the one that was there on that day, and asks which one when both were', () => {
      expect(found('24')).toMatchObject({ rows: [{ organisation: flevoland }] });
      expect(found('0024', '2018-10-01')).toMatchObject({ rows: [{ organisation: loppersum }] });
      expect(found('24', '2018-10-01')).toEqual([
        {
          line: 2,
          field: 'organisation',
          code: 'organisation-ambiguous',
          nl: '‘24’ kan Loppersum (0024) of Flevoland (24) zijn. Schrijf de vier cijfers van de gemeente, of de identificatie van de provincie.',
          en: '‘24’ can be Loppersum (0024) or Flevoland (24). Write the four digits of the municipality, or the id of the province.',
        },
      ]);
      expect(found('17')).toMatchObject([{ code: 'organisation-did-not-exist', nl: expect.stringContaining('Haren') }]);
      expect(found('19')).toMatchObject([{ code: 'organisation-unknown' }]);
    });
  });

  it('refuses all bad lines at once, in both languages', () => {
    const twice = { ...row, line: 3 };
    const bad = { ...row, line: 4, organisation: '9999', appliedOn: 'gisteren', contactRole: '' };
    const refusal = refusalOf(story().decide(accept(row, twice, bad)));
    expect(refusal.data).toEqual({ lines: 2, errors: 4 });
    expect(refusal.details?.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 duplicate-line',
      '4 organisation-unknown',
      '4 not-a-day',
      '4 not-a-role',
    ]);
    expect(refusal.details?.[0]).toMatchObject({
      nl: 'Deze organisatie staat al in regel 2.',
      en: 'This organisation stands in line 2 already.',
    });
  });

  it('is refused twice, empty, too long, or for a programme that is not there', () => {
    expect(story().given(accept(row)).when(accept(row))).toEqual({ refused: 'import-already-accepted' });
    expect(story().when(accept())).toEqual({ refused: 'import-empty' });
    expect(story().when(accept(...new Array(2_001).fill(row)))).toEqual({ refused: 'import-too-long' });
    expect(story().when({ ...accept(row), programme: idNumber(9) } as ImportCommand)).toEqual({
      refused: 'programme-unknown',
    });
  });
});

describe('completing an import', () => {
  it('counts every row once', () => {
    const told = story().given(accept(row));
    expect(told.when(complete(2, 0))).toEqual({ refused: 'counts-do-not-add-up' });
    expect(told.when(complete(0, 1))).toEqual({ recorded: ['completed'], warned: [] });
    expect(told.when(complete(0, 1))).toEqual({ refused: 'nothing-changed' });
    expect(story().when(complete(1, 0))).toEqual({ refused: 'import-unknown' });
  });

  it('warns of rows that were refused since the file was accepted', () => {
    const told = story().given(accept(row));
    expect(told.when(complete(0, 0))).toEqual({ recorded: ['completed'], warned: ['rows-were-refused'] });
  });
});
