import { describe, expect, test } from '@jest/globals';
import { CliError } from '../terminal/failure.ts';
import { type CompareOptions, compare } from './compare.ts';

const options: CompareOptions = { figures: true, json: false, data: 'none', programme: 'p' };

async function refused(subject: string | undefined, more: Partial<CompareOptions>): Promise<string> {
  const error: unknown = await compare(subject, { ...options, ...more }).catch((thrown: unknown) => thrown);
  return error instanceof CliError ? error.sentence.nl : String(error);
}

describe('samenspel compare --figures', () => {
  test('given a filter that figures do not know, then it is refused with what does not go together', async () => {
    expect(await refused(undefined, { type: 'pledge.made.v1', role: 'lead' })).toBe(
      'Cijfers gaan over deelnames en niet over gebeurtenissen: --type en --role gaan niet samen met --figures. Laat ze weg, of laat --figures weg.',
    );
    expect(await refused(undefined, { cause: 'correction' })).toBe(
      'Cijfers gaan over deelnames en niet over gebeurtenissen: --cause gaat niet samen met --figures. Laat dat weg, of laat --figures weg.',
    );
  });

  test('given a subject, then it is refused too', async () => {
    expect(await refused('trajectory:t', { actor: 'a', view: 'v' })).toBe(
      'Cijfers gaan over deelnames en niet over gebeurtenissen: het onderwerp, --view en --actor gaan niet samen met --figures. Laat ze weg, of laat --figures weg.',
    );
  });
});
