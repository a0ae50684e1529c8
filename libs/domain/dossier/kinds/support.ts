import { count, id, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves } from '../kind.ts';

/** Hours of local support, entered by the expert and approved. */
export const supportHours = kind({
  kind: 'support-hours',
  label: { nl: 'Uren lokaal maatwerk', en: 'Hours of local support' },
  heading: 'Lokaal maatwerk',
  facts: {
    'support-hours.entered.v1': begins(
      { trajectory: id, support: id, expert: id, minutes: count.min(1) },
      { command: 'enter-support-hours', path: 'support-hours', words: { nl: 'Uren ingevoerd', en: 'Hours entered' } },
    ),
    'support-hours.changed.v1': moves(
      { minutes: count.min(1), reason: protectedText.optional() },
      {
        command: 'change-support-hours',
        path: 'support-hours-changes',
        words: { nl: 'Uren aangepast', en: 'Hours changed' },
      },
    ),
    'support-hours.disputed.v1': moves(
      { reason: protectedText },
      {
        command: 'dispute-support-hours',
        path: 'support-hours-disputes',
        words: { nl: 'Vraag over de uren', en: 'Hours disputed' },
      },
    ),
    'support-hours.approved.v1': ends(
      { byRole: role },
      {
        command: 'approve-support-hours',
        path: 'support-hours-approvals',
        words: { nl: 'Uren goedgekeurd', en: 'Hours approved' },
      },
    ),
  },
});
