import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { program } from './program.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** What the command line prints, and its exit code. */
async function given(...args: string[]): Promise<{ said: string; code: number }> {
  const said: string[] = [];
  const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  const argv = ['node', 'samenspel', ...args];
  const code = await program(argv)
    .parseAsync(argv)
    .then(
      () => 0,
      (error: unknown) => {
        if (error instanceof CommanderError) return error.exitCode;
        throw error;
      },
    );
  return { said: said.join(''), code };
}

describe('a mistake on the command line is said in the language that is spoken', () => {
  test.each([
    [
      'an option that is not there',
      ['verify', '--jsn'],
      'De optie --jsn bestaat niet.\n(Bedoeld is misschien --json.)\n',
    ],
    ['a command that is not there', ['verfy'], 'De opdracht verfy bestaat niet.\n(Bedoeld is misschien verify.)\n'],
    ['no argument', ['story'], 'Er ontbreekt een argument: subject.\n'],
    ['an option without its value', ['story', 'x', '--url'], 'Bij de optie --url <url> ontbreekt een waarde.\n'],
    ['an option that is left out', ['import', 'x.csv'], 'De optie --programme <id> is verplicht.\n'],
    [
      'a value that cannot be',
      ['start', '--port', 'x'],
      'Bij de optie --port <port> kan ‘x’ niet. Een poort is een getal van 0 tot 65535.\n',
    ],
    ['a choice that is not there', ['example', 'x'], /^Als name kan ‘x’ niet\. Kies uit: regional-network, /],
    ['too much', ['verify', 'x'], 'Er zijn te veel argumenten.\n'],
  ])('given %s, then in Dutch', async (_, args, sentence) => {
    const { said, code } = await given(...args, '--lang', 'nl');
    expect(said).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
    expect(code).toBe(1);
  });

  test('given that English is asked, then in English', async () => {
    expect((await given('verify', '--jsn', '--lang', 'en')).said).toContain("error: unknown option '--jsn'");
  });
});

describe('the help', () => {
  test('given no wish, then all of it is in Dutch', async () => {
    const { said } = await given('--lang', 'nl', '--help');
    for (const words of ['Gebruik: samenspel [opties] [opdracht]', 'Opties:', 'Opdrachten:', 'uitleg bij een opdracht'])
      expect(said).toContain(words);
    expect(said).not.toMatch(/Usage|Options|Commands|display help|output the version/);
  });

  test('given a command with choices, then these too', async () => {
    const { said } = await given('report', '--help', '--lang', 'nl');
    expect(said).toMatch(/--format <format> +\(keuze uit: "json", "csv",\s+standaard: "json"\)/);
  });

  test('given the language before the name of the command, then it is spoken', async () => {
    expect((await given('--lang', 'en', 'verify', '--help')).said).toContain('Compare the views with a fresh fold');
    expect((await given('views', '--lang', 'en', 'status', '--help')).said).toContain('Which generations of the views');
  });
});
