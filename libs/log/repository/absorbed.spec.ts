import { expect, test } from '@jest/globals';
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

test('every command is found with its first answer, however many came after it; what was there before stays as it was', () => {
  let absorbed = AbsorbedCommands.none;
  const after: AbsorbedCommands[] = [];
  for (let command = 0; command < 100; command += 1) {
    absorbed = absorbed.with(eventsOf(command));
    after.push(absorbed);
  }
  for (let command = 0; command < 100; command += 1) {
    expect(absorbed.get('lead', `command-${command}`)).toMatchObject({
      events: [{ id: `${command}-0` }, { id: `${command}-1` }],
      revision: command * 2 + 1,
    });
    expect(after[command]?.get('lead', `command-${command + 1}`)).toBeUndefined();
  }
  expect(absorbed.get('auditor', 'command-1')).toBeUndefined();
});
