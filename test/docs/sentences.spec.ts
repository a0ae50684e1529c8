import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pledgeTable } from '#domain/pledge/pledge';
import { commitmentTable } from '#domain/trajectory/commitment';
import { courseTable } from '#domain/trajectory/course';
import { productFolder } from '#log/release';
import { type Spoken, sentencesByFolder } from './sentences.ts';

/*
 * SAMENSPEL_WRITE_DOCS=1 npm test -- test/docs    writes the page anew.
 */

const page = join(productFolder, 'docs', 'weigeringen.md');

const headings: Readonly<Record<string, string>> = {
  kernel: 'Overal',
  programme: 'Programma',
  network: 'Netwerk',
  trajectory: 'Deelname en commitment',
  meeting: 'Bijeenkomst',
  group: 'Groep',
  pledge: 'Toezegging',
  dossier: 'Dossier',
  import: 'Import',
  register: 'Organisatieregister',
  log: 'Logboek',
};

const sorts = { refusal: 'geweigerd', warning: 'vastgelegd, met waarschuwing' } as const;

function written(): string {
  const found = sentencesByFolder();
  const parts = Object.entries(headings).map(([folder, heading]) => {
    const lines = (found.get(folder) ?? []).map(
      ({ code, sort, nl, en }) => `| \`${code}\` | ${sorts[sort]} | ${nl} | ${en} |`,
    );
    return `## ${heading}\n\n| code | wat er gebeurt | Nederlands | English |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return `# Weigeringen en waarschuwingen\n\nWat een opdracht kan antwoorden, per onderwerp. Een beslissing die het product bewaakt kan worden geweigerd (422); een feit wordt\nalleen geweigerd als het niet kan kloppen, en anders vastgelegd, zo nodig met een waarschuwing. Op \`…\` komt wat het geval is.\nDeze bladzijde volgt uit de broncode van \`libs/domain\`; een test houdt haar gelijk.\n\n${parts.join('\n')}`;
}

/** As words only: the formatter lines tables up and wraps text. */
const plain = (text: string) => text.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').trim();

test('every folder of the domain that refuses or warns has its heading, and says something in both languages', () => {
  const found = sentencesByFolder();
  expect([...found.keys()].filter((folder) => !(folder in headings))).toEqual(['progress'].filter((f) => found.has(f)));
  const all: readonly Spoken[] = [...found.values()].flat();
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ code, nl, en }) => !/^[a-z…-]+$/.test(code) || nl.length < 10 || en.length < 10)).toEqual([]);
});

test('what a fact that does not follow its table is warned with, is among them', () => {
  const warned = [...sentencesByFolder().values()].flat().filter(({ sort }) => sort === 'warning');
  const codes = warned.map(({ code }) => code);
  for (const table of [courseTable, commitmentTable, pledgeTable]) {
    const asked = Object.values(table).map(({ otherwise }) => otherwise);
    expect(asked.filter((code) => !codes.includes(code))).toEqual([]);
  }
});

test('the page of refusals and warnings says what the domain says', () => {
  const now = written();
  if (process.env['SAMENSPEL_WRITE_DOCS']) writeFileSync(page, now);
  expect(plain(readFileSync(page, 'utf8'))).toBe(plain(now));
});
