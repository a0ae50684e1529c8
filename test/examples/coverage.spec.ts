import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { itemKinds } from '#domain/dossier/kinds/index';
import { examplesNamed } from './examples.ts';
import type { Step } from './recorder/step.ts';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const openApi = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as OpenApi;

/**
 * What looks after the service is no part of a programme; an example sends nobody a mail: it records that one went. What
 * somebody tells by a link or a form of their own is recorded by the same commands as when the lead tells it.
 */
const outside = [
  '/v1/admin/',
  '/v1/programmes/{id}/reminder-mails',
  '/v1/participation/',
  '/v1/participation-accesses/{id}/link-mails',
  '/v1/public/',
];

/** Every other command of the API. */
const commands = Object.entries(openApi.paths)
  .filter(([path, methods]) => 'post' in methods && !outside.some((start) => path.startsWith(start)))
  .map(([path]) => path);

const examples = examplesNamed('all');

/** The path of a step, with one segment for each reference. */
const pathOf = ({ path }: Step): string => `/v1${path.replace(/\{[^}]*\}/g, '-')}`;

const used = new Set(examples.flatMap(({ timeline }) => timeline.map(pathOf)));

const asPattern = (command: string) => new RegExp(`^${command.replace(/\{[^}]*\}/g, '[^/]+')}$`);

/** The moments at which the steps of a timeline were recorded whose path ends so. */
const momentsOf = (timeline: readonly Step[], end: string): string[] =>
  timeline.filter(({ path }) => path.endsWith(`/${end}`)).map(({ at }) => at);

test('every command of the API is used by an example', () => {
  const unused = commands.filter((command) => ![...used].some((path) => asPattern(command).test(path)));
  expect(unused).toEqual([]);
});

test('every kind of item in the dossier occurs in an example', () => {
  const begun = itemKinds.flatMap(({ kind, facts }) => {
    const paths = Object.values(facts).flatMap(({ effect, path }) => (effect === 'begins' ? [path] : []));
    return paths.length === 0 ? [] : [{ kind, occurs: paths.some((path) => used.has(`/v1/programmes/-/${path}`)) }];
  });
  expect(begun.length).toBeGreaterThan(40);
  expect(begun.filter(({ occurs }) => !occurs)).toEqual([]);
});

describe.each(examples.map((example) => [example.name, example] as const))('the example %s', (_, example) => {
  const { timeline } = example;

  test('begins with interest that is shown, before anybody applies', () => {
    const [interest] = momentsOf(timeline, 'interests');
    const [first] = [...momentsOf(timeline, 'applications'), ...momentsOf(timeline, 'imports')].toSorted();
    expect(interest).toBeDefined();
    expect(first).toBeDefined();
    expect((interest ?? '') < (first ?? '')).toBe(true);
  });

  test('ends with a decision on a follow-up, after the last meeting', () => {
    const decided = momentsOf(timeline, 'follow-up-decisions').at(-1);
    const lastHeld = momentsOf(timeline, 'sessions').at(-1);
    expect(decided).toBeDefined();
    expect((decided ?? '') > (lastHeld ?? '')).toBe(true);
    expect(momentsOf(timeline, 'follow-up-votes')).not.toEqual([]);
    expect(momentsOf(timeline, 'follow-ups')).not.toEqual([]);
  });

  test('is closed, and spreads what was learned', () => {
    expect(timeline.map(pathOf)).toContain('/v1/programmes/-/closings');
    expect(momentsOf(timeline, 'knowledge-product-spreadings')).not.toEqual([]);
  });

  test('has steps with names of their own, in the order of recording', () => {
    const names = timeline.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const moments = timeline.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
  });

  test('refers only to what a step before it gave', () => {
    const known = new Set<string>();
    for (const { name, path, body, gives, waitsFor } of timeline) {
      const text = `${path} ${typeof body === 'string' ? body : JSON.stringify(body)}`;
      const named = [...text.matchAll(/\{([a-z0-9:/-]+)\}/g)].map(([, reference]) => reference ?? '');
      expect({ name, unknown: named.filter((one) => !known.has(one)) }).toEqual({ name, unknown: [] });
      const came = waitsFor?.kind === 'imported' ? Object.values(example.organisations) : [];
      for (const one of [`event:${name}`, ...(gives ? [gives] : []), ...came]) known.add(one);
    }
  });
});
