import { type Command, command } from './commands.ts';
import { document, due, newDay, on, reason, role, toRole, what } from './shared-fields.ts';

const result = { name: 'result', kind: 'text' } as const;
const evidence = { name: 'evidence', kind: 'part', fields: document } as const;
const organisation = { name: 'organisation', kind: 'organisation', required: true } as const;
const meeting = { name: 'meeting', kind: 'reference', to: 'meeting' } as const;

const promise = command('do.promise', '/v1/pledges/{id}/promises', what, due, on, meeting);

const keep = command('do.keep', '/v1/pledges/{id}/keepings', on, result, evidence);

const keeping = [
  command('do.keepPart', '/v1/pledges/{id}/partial-keepings', on, result, evidence),
  command('do.postpone', '/v1/pledges/{id}/postponements', newDay, reason, on),
];

const leaving = [
  command(
    'do.takeOver',
    '/v1/pledges/{id}/takeovers',
    { ...organisation, label: 'fact.takenOverBy' },
    role,
    { ...reason, required: false },
    on,
  ),
  command('do.withdrawPledge', '/v1/pledges/{id}/withdrawals', on, reason),
  command('do.lapsePledge', '/v1/pledges/{id}/lapses', on, reason),
];

/** Everything that can become of a pledge. */
export const laterPledgeCommands: readonly Command[] = [promise, keep, ...keeping, ...leaving];

/** What can become of a pledge, by where it stands: what was only asked for is promised first, or kept at once. */
export function pledgeCommands(step: string): readonly Command[] {
  return step === 'asked' ? [promise, keep, ...leaving] : [keep, ...keeping, ...leaving];
}

/** Who is to do what, for whom and by when. */
const ofWhom = [{ ...organisation, label: 'fact.askedOf' }, role, what, toRole, due, on, meeting] as const;

/** Pledges of any organisation of the programme, also of one that does not take part. */
export const programmePledgeCommands: readonly Command[] = [
  command('do.pledge', '/v1/programmes/{id}/pledges', ...ofWhom),
  command('do.askPledge', '/v1/programmes/{id}/pledge-requests', ...ofWhom),
];
