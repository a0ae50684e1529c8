import { command } from '../../ui/facts/commands.ts';
import { by, document, newDay, on, reason, status } from '../../ui/facts/shared-fields.ts';

/** What can be recorded of a meeting beside who was there. */
export const meetingCommands = [
  command('do.holdMeeting', '/v1/meetings/{id}/sessions', on, {
    name: 'minutes',
    kind: 'part',
    fields: document,
    label: 'fact.meetingMinutes',
  }),
  command(
    'do.agreeMeeting',
    '/v1/meetings/{id}/agreements',
    { name: 'date', kind: 'day', required: true },
    { ...on, label: 'fact.agreedOn' },
  ),
  command('do.moveMeeting', '/v1/meetings/{id}/moves', newDay, status, by, reason, on),
  command('do.cancelMeeting', '/v1/meetings/{id}/cancellations', on, reason),
];
