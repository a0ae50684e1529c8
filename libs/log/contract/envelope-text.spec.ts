import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { subjectKinds } from '#domain/kernel/subject';
import { type Envelope, envelope } from './envelope.ts';
import { envelopeText } from './envelope-text.ts';

const id = fc.uuid();
const key = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,2}$/);
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
/** Also what has to be written otherwise in JSON: quotes, control characters, letters outside ASCII, pairs of surrogates. */
const free = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.length <= 40);
const subject = fc.tuple(fc.constantFrom(...subjectKinds), free).map(([kind, name]) => `${kind}:${name}`);
const date = fc.date({ min: new Date('1999-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const day = date.map((at) => at.toISOString().slice(0, 10));
const moment = date.map((at) => at.toISOString());
const text = fc.record({ key: id, iv: free, data: free, tag: free }).map(($sealed) => ({ $sealed }));

const envelopes = fc.record(
  {
    v: fc.constant(1),
    log: id,
    programme: id,
    subjects: fc.array(subject, { minLength: 1, maxLength: 4 }),
    actor: id,
    role: fc.constantFrom('lead', 'auditor', 'reporter', 'admin', 'participant', 'system'),
    onBehalfOf: subject,
    grant: free,
    command: fc.record({ id, type: key, digest: sha256 }),
    causation: id,
    correlation: id,
    recordedAt: moment,
    release: free,
    channel: fc.oneof(
      fc.record({ kind: fc.constantFrom('page', 'api', 'cli') }),
      fc.record({ kind: fc.constant('import'), sha256, line: fc.integer({ min: 1 }) }),
      fc.record({ kind: fc.constant('reaction'), name: key }),
    ),
    occurredOn: fc.oneof(
      fc.record({ precision: fc.constant('moment'), value: moment }),
      fc.record({ precision: fc.constant('day'), value: day }),
      fc.record({ precision: fc.constant('month'), value: day.map((value) => value.slice(0, 7)) }),
    ),
    corrects: fc.record({ event: id, kind: fc.constantFrom('correction', 'retraction'), reason: text }),
    warnings: fc.array(key, { minLength: 1, maxLength: 3 }),
    publication: fc.constantFrom('programme', 'participants', 'public'),
    retention: fc.constantFrom('permanent', 'years-7', 'years-20'),
  },
  {
    requiredKeys: [
      ...(['v', 'log', 'subjects', 'actor', 'role', 'grant', 'command', 'causation', 'correlation'] as const),
      ...(['recordedAt', 'release', 'channel', 'publication', 'retention'] as const),
    ],
  },
);

test('an envelope that was checked is written in the canonical form of the standard, whatever is in it', () => {
  fc.assert(
    fc.property(envelopes, (around) => {
      const checked: Envelope = envelope.parse(around);
      expect(envelopeText(checked)).toBe(canonicalize(around));
    }),
    { numRuns: 500 },
  );
});
