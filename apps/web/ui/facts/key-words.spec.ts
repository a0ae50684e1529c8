import { expect, it } from '@jest/globals';
import { keyOf } from './key-words.ts';

it.each([
  ['Wethouder (zorg & welzijn)', 'wethouder-zorg-welzijn'],
  ['Coördinator collega’s', 'coordinator-collegas'],
  ['2e secretaris', 'nr-2e-secretaris'],
  ['council-clerk', 'council-clerk'],
  ['  ', ''],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('%s is recorded as %s', (words, key) => expect(keyOf(words)).toBe(key));
