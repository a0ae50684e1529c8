import { type Command, command } from '../../ui/facts/commands.ts';
import { by, document, due, newDay, on, reason, role, status, toRole, what } from '../../ui/facts/shared-fields.ts';
import type { MessageId } from '../../ui/words.tsx';

const layer = { name: 'layer', kind: 'reference', to: 'layer', required: true } as const;
const report = { name: 'report', kind: 'part', fields: document } as const;
const evidence = { name: 'evidence', kind: 'part', fields: document } as const;
const result = { name: 'result', kind: 'text' } as const;

const participation = [
  command(
    'do.planIntake',
    '/v1/trajectories/{id}/intake-appointments',
    { name: 'date', kind: 'day', required: true },
    status,
    { ...on, label: 'fact.agreedOn' },
  ),
  command('do.moveIntake', '/v1/trajectories/{id}/intake-moves', newDay, status, by, reason, on),
  command('do.holdIntake', '/v1/trajectories/{id}/intakes', on, report),
  command('do.start', '/v1/trajectories/{id}/starts', on),
  command('do.pause', '/v1/trajectories/{id}/pauses', on, reason, { name: 'until', kind: 'day' }),
  command('do.resume', '/v1/trajectories/{id}/resumptions', on),
  command('do.complete', '/v1/trajectories/{id}/completions', on, result),
  command('do.afterMeasure', '/v1/trajectories/{id}/after-measurements', on, report),
  command('do.close', '/v1/trajectories/{id}/closings', on),
  command('do.withdraw', '/v1/trajectories/{id}/withdrawals', on, reason),
  command('do.stop', '/v1/trajectories/{id}/stops', on, reason),
  command('do.passOn', '/v1/trajectories/{id}/successions', on, {
    name: 'successor',
    kind: 'organisation',
    required: true,
    label: 'fact.successor',
  }),
];

const commitment = [
  command('do.ask', '/v1/trajectories/{id}/commitments/{layer}/requests', layer, due, on),
  command('do.moveDue', '/v1/trajectories/{id}/commitments/{layer}/due-moves', layer, newDay, reason, on),
  command(
    'do.agenda',
    '/v1/trajectories/{id}/commitments/{layer}/agenda-items',
    layer,
    { name: 'on', kind: 'day', required: true },
    on,
  ),
  command('do.give', '/v1/trajectories/{id}/commitments/{layer}/grants', layer, on, {
    name: 'reservation',
    kind: 'part',
    fields: [
      { name: 'reason', kind: 'text', required: true },
      { name: 'decisionExpectedOn', kind: 'day', required: true },
    ],
  }),
  command('do.confirm', '/v1/trajectories/{id}/commitments/{layer}/confirmations', layer, on, {
    ...evidence,
    required: true,
  }),
  command('do.refuse', '/v1/trajectories/{id}/commitments/{layer}/refusals', layer, on, reason),
  command('do.press', '/v1/trajectories/{id}/commitments/{layer}/pressures', layer, on, reason),
  command('do.relieve', '/v1/trajectories/{id}/commitments/{layer}/reliefs', layer, on),
  command(
    'do.doubt',
    '/v1/trajectories/{id}/commitments/{layer}/doubts',
    layer,
    { name: 'cause', kind: 'choice', options: ['election', 'new-portfolio-holder', 'merger'], required: true },
    due,
    on,
  ),
  command('do.lapse', '/v1/trajectories/{id}/commitments/{layer}/lapses', layer, on, reason),
  command('do.withdrawCommitment', '/v1/trajectories/{id}/commitments/{layer}/withdrawals', layer, on, reason),
  command('do.endCommitment', '/v1/trajectories/{id}/commitments/{layer}/endings', layer, on),
];

const others = [
  command(
    'do.bringQuestion',
    '/v1/trajectories/{id}/questions',
    { name: 'category', kind: 'reference', to: 'category', required: true },
    { name: 'text', kind: 'text', required: true, label: 'fact.questionText' },
    on,
  ),
  command(
    'do.judge',
    '/v1/trajectories/{id}/judgements',
    {
      name: 'judgement',
      kind: 'choice',
      options: ['on-schedule', 'attention', 'behind'],
      words: 'status',
      required: true,
    },
    reason,
    on,
  ),
  command('do.pledge', '/v1/trajectories/{id}/pledges', what, role, toRole, due, on),
  command('do.askPledge', '/v1/trajectories/{id}/pledge-requests', what, role, toRole, due, on),
  command(
    'do.localChange',
    '/v1/trajectories/{id}/local-changes',
    { name: 'name', kind: 'line', required: true },
    { name: 'stage', kind: 'choice', options: ['idea', 'preparation', 'under-way', 'embedded'], required: true },
    { name: 'ownerRole', kind: 'role', required: true },
    on,
  ),
  command(
    'do.askSupport',
    '/v1/trajectories/{id}/support-requests',
    { name: 'request', kind: 'text', required: true },
    on,
  ),
];

/** What can be recorded of a trajectory, by what it is about. */
export const commandGroups: readonly { readonly label: MessageId; readonly commands: readonly Command[] }[] = [
  { label: 'do.participation', commands: participation },
  { label: 'do.commitment', commands: commitment },
  { label: 'do.others', commands: others },
];

/** What can become of a question that was brought in. */
export const questionCommands: readonly Command[] = [
  command(
    'do.sharpen',
    '/v1/trajectories/{id}/questions/{question}/sharpenings',
    { name: 'category', kind: 'reference', to: 'category', required: true },
    { name: 'text', kind: 'text', required: true, label: 'fact.questionText' },
    { name: 'tags', kind: 'list', of: { name: 'tag', kind: 'key' } },
    on,
  ),
];
