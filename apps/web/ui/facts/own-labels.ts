import type { MessageId } from '../message-id.ts';

/** The label of a field of one kind of item, where the usual one of its name says something else. */
export const ownLabels: Readonly<Record<string, MessageId>> = {
  'budget.amount': 'fact.euros',
  'contribution.amount': 'fact.hoursOrEuros',
  'reminder.about': 'fact.remindedOf',
  'reminder.by': 'remind.by',
  'reminder.role': 'remind.role',
  'reminder.title': 'remind.subject',
  'invitation.by': 'remind.by',
  'participation-access.by': 'remind.by',
  'experiment.to': 'fact.scaledTo',
  'outcome.unit': 'fact.unitOfValue',
  'evaluation.key': 'fact.valued',
  'competency-measurement.key': 'fact.competency',
  'team.key': 'fact.part',
  'pool-member.person': 'fact.poolMember',
  'pool-request.person': 'fact.poolMember',
  'pool-request.items': 'fact.poolMembers',
};
