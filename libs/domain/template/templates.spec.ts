import { describe, expect, it } from '@jest/globals';
import { inconsistency } from './consistency.ts';
import { formerTemplate } from './former-template.ts';
import { regionalNetwork } from './regional-network.ts';
import { type Milestone, type Template, template } from './template.ts';
import { templates } from './templates.ts';

describe.each([...templates])('the template %s', (key, one) => {
  it('is a template whose parts fit together', () => {
    expect(template.parse(one)).toEqual(one);
    expect(inconsistency(one)).toBeUndefined();
    expect(one.key).toBe(key);
  });

  it('has seven or eight milestones, and work for every line', () => {
    expect([7, 8]).toContain(one.milestones.length);
    const lines = new Set(one.milestones.map(({ line }) => line));
    expect(one.lines.filter((line) => !lines.has(line.key))).toEqual([]);
  });
});

/** The template with this in the place of what its first milestone asks. */
function withFirst(reached: Milestone['reached']): Template {
  const [first, ...others] = regionalNetwork.milestones;
  if (!first) throw new Error('There are milestones.');
  return { ...regionalNetwork, milestones: [{ ...first, reached }, ...others] };
}

describe('templates', () => {
  it('are the five shapes of programme', () => {
    expect([...templates.keys()]).toEqual([
      'regional-network',
      'tailored-learning',
      'changing-role',
      'digital-transformation',
      'theme-teams',
    ]);
  });

  it('cannot ask for a fact that the dossier does not know', () => {
    const [first, ...others] = regionalNetwork.milestones;
    if (!first) throw new Error('There are milestones.');
    const reached = { when: 'told', fact: 'theme.forgotten.v1', count: 1 } as const;
    expect(inconsistency({ ...regionalNetwork, milestones: [{ ...first, reached }, ...others] })).toBe(reached.fact);
  });

  it.each([
    { different: 'level' as const },
    { within: ['item' as const, 'level' as const] },
    { where: { level: 'board' } },
  ])('cannot ask of a fact what it never says: %j', (more) => {
    const [first, ...others] = regionalNetwork.milestones;
    if (!first) throw new Error('There are milestones.');
    const reached = { when: 'told' as const, fact: 'theme.gathered.v1', count: 1, ...more };
    expect(inconsistency({ ...regionalNetwork, milestones: [{ ...first, reached }, ...others] })).toBe('level');
  });

  it.each([
    ['of which there are not so many', 'team.round-held.v1', { count: 5, different: 'phase' as const }, 'phase'],
    ['that is the same for all', 'team.round-held.v1', { count: 2, within: ['item' as const] }, 'item'],
    [
      'that is said already',
      'outcome.measured.v1',
      { count: 2, different: 'moment' as const, where: { moment: 'end' } },
      'moment',
    ],
    ['that is no word of it', 'outcome.measured.v1', { count: 1, where: { moment: 'finish' } }, 'finish'],
    ['that is no number', 'team.round-held.v1', { count: 1, where: { round: 'first' } }, 'first'],
  ])('cannot ask of facts something %s', (_what, fact, more, key) => {
    expect(inconsistency(withFirst({ when: 'told', fact, ...more }))).toBe(key);
  });

  it('can ask for as many as there are', () => {
    const round = { when: 'told' as const, fact: 'team.round-held.v1', within: ['item' as const, 'round' as const] };
    expect(inconsistency(withFirst({ ...round, count: 4, different: 'phase' }))).toBeUndefined();
    expect(inconsistency(withFirst({ ...round, count: 4, different: 'phase', where: { round: 1 } }))).toBeUndefined();
  });

  it('have no key that every object has', () => {
    const reserved = { key: 'constructor', label: { nl: 'Bouw', en: 'Construction' } };
    expect(inconsistency({ ...regionalNetwork, layers: [...regionalNetwork.layers, reserved] })).toBe('constructor');
    expect(inconsistency({ ...regionalNetwork, categories: [reserved] })).toBe('constructor');
    expect(inconsistency({ ...regionalNetwork, key: 'constructor' })).toBe('constructor');
  });

  it('of an earlier release are read as they were', () => {
    expect(template.parse(formerTemplate.parse(regionalNetwork))).toEqual(regionalNetwork);
  });
});
