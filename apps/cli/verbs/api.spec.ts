import { describe, expect, test } from '@jest/globals';
import { refusal } from './api.ts';

describe('what a refusal of the server looks like on the command line', () => {
  test('given mistakes in lines of a file, when it is refused, then every line is named', () => {
    const problem = {
      status: 422,
      title: 'De import is geweigerd',
      code: 'import-refused',
      errors: [
        { line: 3, field: 'gemeentecode', code: 'unknown-organisation', detail: 'Onbekende gemeente 9999' },
        { line: 5, code: 'duplicate-line', detail: 'Staat ook op regel 4' },
      ],
    };
    expect(refusal(422, JSON.stringify(problem)).sentence.nl).toBe(
      [
        'De import is geweigerd (import-refused)',
        '  regel 3, gemeentecode: Onbekende gemeente 9999',
        '  regel 5: Staat ook op regel 4',
      ].join('\n'),
    );
  });

  test('given an answer that is no problem document, when it is refused, then its status is said', () => {
    expect(refusal(502, '<html>').sentence.nl).toBe('De server antwoordde 502.');
  });
});
