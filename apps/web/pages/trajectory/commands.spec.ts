import { describe, expect, it } from '@jest/globals';
import { addressed } from '../../ui/facts/commands.ts';
import { commandGroups, pledgeCommands } from './commands.ts';

describe('the commands of a trajectory', () => {
  it('given a layer, then it stands in the path and not in the body', () => {
    expect(
      addressed('/v1/trajectories/{id}/commitments/{layer}/requests', 't', { layer: 'council', due: '2026-05-01' }),
    ).toEqual({ address: '/v1/trajectories/t/commitments/council/requests', content: { due: '2026-05-01' } });
  });

  it('say when it happened, each of them, and have a name of their own', () => {
    const all = [...commandGroups.flatMap(({ commands }) => commands), ...pledgeCommands];
    for (const { key, fields } of all)
      expect([key, fields.some(({ name }) => name === 'occurredOn')]).toEqual([key, true]);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});
