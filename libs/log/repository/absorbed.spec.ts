import { describe, expect, test } from '@jest/globals';
import type { LoggedEvent } from '../contract/codec.ts';
import { AbsorbedCommands } from './absorbed.ts';

/** Two events of one command. */
function eventsOf(command: number): LoggedEvent[] {
  return [0, 1].map((index) => {
    const envelope = { actor: 'lead', command: { id: `command-${command}`, digest: 'd' } };
    const place = { revision: command * 2 + index, position: 1n };
    return Object.assign(Object.create(null), { id: `${command}-${index}`, type: 'noted', envelope, ...place });
  });
}

describe('the commands that a stream absorbed', () => {
  test('are found with the place of their first event, however many came after', () => {
    let absorbed = AbsorbedCommands.none;
    for (let command = 0; command < 100; command += 1) absorbed = absorbed.with(eventsOf(command));
    for (let command = 0; command < 100; command += 1) {
      expect(absorbed.get('lead', `command-${command}`)).toBe(command * 2);
    }
    expect(absorbed.get('auditor', 'command-1')).toBeUndefined();
  });

  test('stay as they were, whatever comes after them', () => {
    const one = AbsorbedCommands.none.with(eventsOf(0));
    const two = one.with(eventsOf(1));
    const again = one.with(eventsOf(1));
    expect(one.get('lead', 'command-1')).toBeUndefined();
    expect([two.get('lead', 'command-1'), again.get('lead', 'command-1')]).toEqual([2, 2]);
    expect(AbsorbedCommands.none.get('lead', 'command-0')).toBeUndefined();
  });

  test('of one stream are not those of another', () => {
    const one = AbsorbedCommands.none.with(eventsOf(0));
    expect(AbsorbedCommands.none.with(eventsOf(1)).get('lead', 'command-0')).toBeUndefined();
    expect(one.get('lead', 'command-0')).toBe(0);
  });
});
