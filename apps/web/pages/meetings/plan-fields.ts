import type { CommandPath } from '../../data/posting.ts';
import type { Field, Within } from '../../ui/facts/fields.ts';
import { on, status } from '../../ui/facts/shared-fields.ts';
import { meetingKinds } from './kinds.ts';

/** Where a meeting is planned: of a network, or of the whole programme. */
export const planPath = {
  network: '/v1/networks/{id}/meetings',
  programme: '/v1/programmes/{id}/meetings',
} as const satisfies Record<string, CommandPath>;

/** The form of a meeting; `network` says whose it is, and stands in the path. Its day is mostly within the programme. */
export function planFields(within: Within): readonly Field[] {
  return [
    { name: 'network', kind: 'reference', to: 'network', none: 'meetings.wholeProgramme', label: 'fact.meetingOf' },
    {
      name: 'kind',
      kind: 'choice',
      options: meetingKinds,
      words: 'meetingKind',
      required: true,
      label: 'fact.meetingKind',
    },
    { name: 'title', kind: 'line', required: true },
    { name: 'date', kind: 'day', required: true, within },
    status,
    { ...on, label: 'fact.agreedOn' },
  ];
}
