import { describe, expect, it } from '@jest/globals';
import { inconsistency } from './consistency.ts';
import { formerTemplate } from './former-template.ts';
import { regionalNetwork } from './regional-network.ts';
import { template } from './template.ts';
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

  it('of an earlier release are read as they were', () => {
    expect(template.parse(formerTemplate.parse(regionalNetwork))).toEqual(regionalNetwork);
  });
});
