import { expect, test } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { RemindedOf } from './fields.ts';
import { SubjectOf } from './query-fields.ts';

class Asked {
  @SubjectOf()
  subject?: string;
  @RemindedOf()
  about?: string;
}

test('given a subject with its id in capitals, then it is the same subject', () => {
  const id = '0197AAAA-0000-7000-8000-00000000000A';
  const asked = { subject: `trajectory:${id}`, about: `commitment:${id}/council` };
  const small = id.toLowerCase();
  expect(plainToInstance(Asked, asked)).toEqual({
    subject: `trajectory:${small}`,
    about: `commitment:${small}/council`,
  });
});
