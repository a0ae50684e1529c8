import { describe, expect, it } from '@jest/globals';
import { readApplications } from './applications.ts';

const heading = 'gemeentecode;netwerk;aangemeld_op;contactrol;categorie;vraag';
const good = '0106;Noord;2025-10-14;policy-officer;participation;Hoe?';
const read = (text: string) => readApplications(Buffer.from(text));
const told = (text: string) => read(text).errors.map(({ line, field, code }) => `${line} ${field} ${code}`);

describe('a file with applications', () => {
  it('given semicolons, commas, a BOM or Windows line ends, then the same rows are read', () => {
    const rows = read(`${heading}\n${good}\n`).rows;
    expect(rows).toEqual([
      {
        line: 2,
        organisation: '0106',
        network: 'Noord',
        appliedOn: '2025-10-14',
        contactRole: 'policy-officer',
        category: 'participation',
        question: { $text: 'Hoe?' },
      },
    ]);
    expect(read(`\uFEFF${heading}\r\n${good}\r\n`).rows).toEqual(rows);
    expect(read(`${heading}\n${good}\n`.replaceAll(';', ',')).rows).toEqual(rows);
  });

  it('given columns in another order and without the optional ones, then it is read all the same', () => {
    const { rows, errors } = read('Netwerk;Gemeentecode;Contactrol;Aangemeld_op\nNoord;106;clerk;2025-10-14');
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      { line: 2, organisation: '106', network: 'Noord', appliedOn: '2025-10-14', contactRole: 'clerk' },
    ]);
  });

  it('given ids in capitals, then they are the same ids', () => {
    const id = '0197AAAA-0000-7000-8000-00000000000A';
    const { rows } = read(`gemeentecode;netwerk;contactrol;aangemeld_op\n${id};${id};clerk;2025-10-14`);
    expect(rows).toMatchObject([{ organisation: id.toLowerCase(), network: id.toLowerCase() }]);
  });

  it('given a file in another encoding, then that is said', () => {
    const latin = Buffer.from(`${heading}\n${good.replace('Hoe', 'Hoe één')}`, 'latin1');
    expect(readApplications(latin).errors).toMatchObject([{ line: 1, code: 'file-not-utf8' }]);
  });

  it.each([
    ['nothing in it', '', '1  file-empty'],
    ['only headings', heading, '2  file-empty'],
    ['tabs', heading.replaceAll(';', '\t'), '1  separator-unknown'],
    ['a quote that is never closed', `${heading}\n"0106;Noord`, '2  file-broken'],
    ['a line with too few cells', `${heading}\n0106;Noord`, '2  cells-missing'],
    ['a missing column', 'gemeentecode;netwerk;contactrol\n0106;Noord;clerk', '1 aangemeld_op column-missing'],
    ['an unknown column', `${heading};naam\n${good};x`, '1 naam column-unknown'],
    ['a column twice', `${heading};vraag\n${good};x`, '1 vraag column-twice'],
  ])('given %s, then it is refused with the line', (_, text, error) => {
    expect(told(text)).toEqual([error]);
  });

  it('given several wrong lines, then all are said at once, each with its line and column', () => {
    const lines = [
      heading,
      '0106;Noord;14-10-2025;policy-officer;;',
      '=1+1;Noord;2025-10-14;Policy officer;;',
      '0114;;2025-02-30;clerk;;@SUM(A1)',
      '0114;Noord;2025-10-14;clerk;;',
      `0119;Noord;2025-10-14;clerk;;${'x'.repeat(10_001)}`,
    ];
    expect(told(lines.join('\n'))).toEqual([
      '3 gemeentecode formula-cell',
      '4 netwerk required',
      '4 vraag formula-cell',
      '6 vraag too-long',
    ]);
  });

  it('given more than 2,000 lines, then it is refused', () => {
    const lines = Array.from({ length: 2_001 }, (_, n) => `${n};Noord;2025-10-14;clerk;;`);
    expect(told([heading, ...lines].join('\n'))).toEqual(['2002  file-too-many-lines']);
  });
});
