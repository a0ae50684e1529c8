import type { paths } from '../../api/schema.d.ts';
import type { Field } from '../../ui/facts/fields.ts';
import type { MessageId } from '../../ui/words.tsx';

type Path = Extract<keyof paths, `/v1/trajectories/{id}/${string}` | `/v1/pledges/{id}/${string}`>;
type BodyOf<P extends Path> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
/** The fields of a form are those of the body of its command, and `layer`, which stands in the path. */
type FieldOf<P extends Path> = Field & { readonly name: keyof BodyOf<P> | 'layer' };

/** A command that a form sends: its path, and what is to be filled in. */
export interface Command {
  readonly key: string;
  readonly label: MessageId;
  readonly path: Path;
  readonly fields: readonly Field[];
}

function command<P extends Path>(label: MessageId, path: P, ...fields: readonly FieldOf<P>[]): Command {
  return { key: label, label, path, fields };
}

const on = { name: 'occurredOn', kind: 'day', required: true } as const;
const layer = { name: 'layer', kind: 'reference', to: 'layer', required: true } as const;
const reason = { name: 'reason', kind: 'text', required: true } as const;
const due = { name: 'due', kind: 'day', required: true } as const;
const newDay = { name: 'to', kind: 'day', required: true, label: 'fact.newDay' } as const;
const role = { name: 'role', kind: 'role', required: true } as const;
const toRole = { name: 'toRole', kind: 'role', required: true } as const;
const what = { name: 'what', kind: 'text', required: true } as const;
const status = { name: 'status', kind: 'choice', options: ['agreed', 'provisional'], required: true } as const;
const document: readonly Field[] = [
  { name: 'reference', kind: 'line', required: true },
  { name: 'sha256', kind: 'line' },
];
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
  command(
    'do.moveIntake',
    '/v1/trajectories/{id}/intake-moves',
    newDay,
    status,
    { name: 'by', kind: 'role', required: true },
    reason,
    on,
  ),
  command('do.holdIntake', '/v1/trajectories/{id}/intakes', on, report),
  command('do.start', '/v1/trajectories/{id}/starts', on),
  command('do.pause', '/v1/trajectories/{id}/pauses', on, reason, { name: 'until', kind: 'day' }),
  command('do.resume', '/v1/trajectories/{id}/resumptions', on),
  command('do.complete', '/v1/trajectories/{id}/completions', on, result),
  command('do.afterMeasure', '/v1/trajectories/{id}/after-measurements', on, report),
  command('do.close', '/v1/trajectories/{id}/closings', on),
  command('do.withdraw', '/v1/trajectories/{id}/withdrawals', on, reason),
  command('do.stop', '/v1/trajectories/{id}/stops', on, reason),
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

/** What can become of a pledge that is still to be kept. */
export const pledgeCommands: readonly Command[] = [
  command('do.keep', '/v1/pledges/{id}/keepings', on, result, evidence),
  command('do.keepPart', '/v1/pledges/{id}/partial-keepings', on, result, evidence),
  command('do.postpone', '/v1/pledges/{id}/postponements', newDay, reason, on),
  command('do.withdrawPledge', '/v1/pledges/{id}/withdrawals', on, reason),
];

/** The address and the body of a command: what stands in the path is taken out of the content. */
export function addressed(path: Path, id: string, content: Record<string, unknown>) {
  const { layer: of, ...body } = content;
  const address = path.replace('{id}', encodeURIComponent(id)).replace('{layer}', encodeURIComponent(String(of ?? '')));
  return { address, body: path.includes('{layer}') ? body : content };
}
