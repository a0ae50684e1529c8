import { afterEach, expect, jest, test } from '@jest/globals';
import { tell } from './verified.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const found = {
  ordinal: 348,
  events: 348,
  rows: 108,
  versions: 1,
  parked: 0,
  differences: [],
  differenceCount: 0,
  behind: 0,
};

function told(changed: Partial<typeof found>, json = false): string {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  tell({ ...found, ...changed }, json);
  return said.join('');
}

test('given that all rows are what the log says, then it says what was compared', () => {
  expect(told({})).toBe(
    'Tot volgnummer 348: 348 gebeurtenissen gevouwen, 108 rijen en 1 rijversie vergeleken.\nGeen verschil.\n',
  );
});

test('given rows that could not be made, then it says so, although nothing differs, to people and to programs', () => {
  expect(told({ parked: 2 })).toContain(
    '2 rijen staan apart en zijn niet verder gemaakt; samenspel parked list zegt waarom.',
  );
  expect(told({ parked: 1 })).toContain('1 rij staat apart en is niet verder gemaakt');
  expect(JSON.parse(told({ parked: 2 }, true).split('\n')[0] ?? '')).toMatchObject({ parked: 2, differenceCount: 0 });
});

test('given events that came while it compared, then it says how many are not in it', () => {
  expect(told({ behind: 1 })).toContain('1 latere gebeurtenis is nog niet in de overzichten verwerkt.');
});
