import { describe, expect, it } from '@jest/globals';
import { inconsistency } from './consistency.ts';
import { regionalNetwork } from './regional-network.ts';
import { template } from './template.ts';
import { templates } from './templates.ts';

describe('the template of the regional network', () => {
  it('is a template whose parts fit together', () => {
    expect(template.parse(regionalNetwork)).toEqual(regionalNetwork);
    expect(inconsistency(regionalNetwork)).toBeUndefined();
    expect(templates.get('regional-network')).toBe(regionalNetwork);
  });

  it('has seven milestones, and work for every line', () => {
    expect(regionalNetwork.milestones).toHaveLength(7);
    const lines = new Set(regionalNetwork.milestones.map(({ line }) => line));
    expect(regionalNetwork.lines.every(({ key }) => lines.has(key))).toBe(true);
  });
});
