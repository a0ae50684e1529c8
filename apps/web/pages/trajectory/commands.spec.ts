import { describe, expect, it } from '@jest/globals';
import { addressed, takenBack } from '../../ui/facts/commands.ts';
import { laterPledgeCommands, programmePledgeCommands } from '../../ui/facts/pledge-commands.ts';
import { commandGroups, questionCommands } from './commands.ts';
import { allSupportCommands } from './support-commands.ts';

describe('the commands of a trajectory', () => {
  it('given a layer, then it stands in the path and not in the body', () => {
    expect(
      addressed('/v1/trajectories/{id}/commitments/{layer}/requests', 't', { layer: 'council', due: '2026-05-01' }),
    ).toEqual({ address: '/v1/trajectories/t/commitments/council/requests', content: { due: '2026-05-01' } });
  });

  it('given what the page knows already, then it stands in the path, and of a decision in the body', () => {
    const support = addressed('/v1/trajectories/{id}/support-requests/{support}/matches', 't', {
      support: 's',
      plannedMinutes: 60,
    });
    expect(support).toEqual({
      address: '/v1/trajectories/t/support-requests/s/matches',
      content: { plannedMinutes: 60 },
    });
    const decision = addressed('/v1/networks/{id}/admissions', 'n', { trajectory: 't' });
    expect(decision).toEqual({ address: '/v1/networks/n/admissions', content: { trajectory: 't' } });
  });

  it('are taken back at what they are about, or at what they made; decisions are not', () => {
    expect(takenBack('/v1/trajectories/{id}/starts', 't')).toEqual({ at: 'trajectories', id: 't' });
    expect(takenBack('/v1/trajectories/{id}/pledges', 't')).toEqual({ at: 'pledges' });
    expect(takenBack('/v1/programmes/{id}/applications', 'p')).toEqual({ at: 'trajectories' });
    expect(takenBack('/v1/networks/{id}/admissions', 'n')).toEqual({});
  });

  it('say when it happened, each of them, and have a name of their own', () => {
    const own = [...commandGroups.flatMap(({ commands }) => commands), ...questionCommands, ...allSupportCommands];
    const all = [...own, ...laterPledgeCommands];
    for (const { key, fields } of [...all, ...programmePledgeCommands])
      expect([key, fields.some(({ name }) => name === 'occurredOn')]).toEqual([key, true]);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});
