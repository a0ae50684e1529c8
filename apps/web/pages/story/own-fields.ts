import { useQuery } from '@tanstack/react-query';
import { itemKinds } from '../../data/ask-dossier.ts';
import { contactKinds } from '../../data/contact-kinds.ts';
import type { Field } from '../../ui/facts/fields.ts';
import { laterPledgeCommands } from '../../ui/facts/pledge-commands.ts';
import { fieldsOf } from '../../ui/facts/schema-fields.ts';
import { meetingCommands } from '../meetings/commands.ts';
import { commandGroups } from '../trajectory/commands.ts';
import { allSupportCommands } from '../trajectory/support-commands.ts';

/** The form by which a fact is recorded, by the type of its event. */
const forms: Readonly<Record<string, string>> = {
  'trajectory.intake-planned.v1': 'do.planIntake',
  'trajectory.intake-moved.v1': 'do.moveIntake',
  'trajectory.intake-held.v1': 'do.holdIntake',
  'trajectory.paused.v1': 'do.pause',
  'trajectory.completed.v1': 'do.complete',
  'trajectory.after-measured.v1': 'do.afterMeasure',
  'trajectory.withdrawn.v1': 'do.withdraw',
  'trajectory.stopped.v1': 'do.stop',
  'trajectory.commitment-asked.v1': 'do.ask',
  'trajectory.commitment-due-moved.v1': 'do.moveDue',
  'trajectory.commitment-put-on-agenda.v1': 'do.agenda',
  'trajectory.commitment-given.v1': 'do.give',
  'trajectory.commitment-confirmed.v1': 'do.confirm',
  'trajectory.commitment-refused.v1': 'do.refuse',
  'trajectory.commitment-put-under-pressure.v1': 'do.press',
  'trajectory.commitment-put-in-question.v1': 'do.doubt',
  'trajectory.commitment-lapsed.v1': 'do.lapse',
  'trajectory.commitment-withdrawn.v1': 'do.withdrawCommitment',
  'trajectory.question-brought-in.v1': 'do.bringQuestion',
  'trajectory.question-sharpened.v1': 'do.bringQuestion',
  'trajectory.lead-judged.v1': 'do.judge',
  'trajectory.local-change-brought-in.v1': 'do.localChange',
  'trajectory.support-requested.v1': 'do.askSupport',
  'trajectory.support-matched.v1': 'do.matchSupport',
  'trajectory.support-delivered.v1': 'do.deliverSupport',
  'trajectory.support-completed.v1': 'do.completeSupport',
  'pledge.asked.v1': 'do.askPledge',
  'pledge.made.v1': 'do.pledge',
  'pledge.partly-kept.v1': 'do.keepPart',
  'pledge.kept.v1': 'do.keep',
  'pledge.postponed.v1': 'do.postpone',
  'pledge.taken-over.v1': 'do.takeOver',
  'pledge.withdrawn.v1': 'do.withdrawPledge',
  'pledge.lapsed.v1': 'do.lapsePledge',
  'meeting.held.v1': 'do.holdMeeting',
  'meeting.date-agreed.v1': 'do.agreeMeeting',
  'meeting.moved.v1': 'do.moveMeeting',
  'meeting.cancelled.v1': 'do.cancelMeeting',
};

const commands = [
  ...commandGroups.flatMap((group) => group.commands),
  ...allSupportCommands,
  ...laterPledgeCommands,
  ...meetingCommands,
];

/** What is recorded in a form that is not made of fields. */
const others: Readonly<Record<string, readonly Field[]>> = {
  'trajectory.contacted.v1': [
    { name: 'kind', kind: 'choice', options: contactKinds, words: 'contactKind', required: true },
    { name: 'roles', kind: 'list', of: { name: 'role', kind: 'role', required: true }, required: true },
    { name: 'summary', kind: 'text', required: true },
  ],
  'meeting.attendance-recorded.v2': [
    {
      name: 'entries',
      kind: 'list',
      required: true,
      label: 'attendance.title',
      of: {
        name: 'entries',
        kind: 'part',
        required: true,
        label: 'attendance.entry',
        fields: [
          { name: 'trajectory', kind: 'reference', to: 'trajectory', required: true },
          {
            name: 'attendance',
            kind: 'choice',
            options: ['present', 'excused', 'absent'],
            words: 'attendance',
            required: true,
          },
          { name: 'roles', kind: 'list', of: { name: 'role', kind: 'role', required: true } },
        ],
      },
    },
  ],
};

/** The fields of the form by which a fact of this type is recorded; none where there is no such form. */
export function useOwnFields(): (type: string) => readonly Field[] {
  const kinds = useQuery(itemKinds()).data ?? [];
  return (type) => {
    const fact = kinds.flatMap(({ facts }) => facts).find((each) => each.type === type);
    if (fact !== undefined) return fieldsOf(fact.body, type.split('.')[0]);
    return others[type] ?? commands.find(({ key }) => key === forms[type])?.fields ?? [];
  };
}
