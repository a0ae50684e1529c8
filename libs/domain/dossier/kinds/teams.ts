import { z } from 'zod';
import { count, id, key, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, tells, within } from '../kind.ts';
import { member, memberFields } from './parts.ts';

/**
 * Any group: who joins and leaves, its goals, its rounds, what it reflects on. Of a learning group whose composition is
 * decided in the product, `group` names that group.
 */
export const team = kind({
  kind: 'team',
  label: { nl: 'Groep', en: 'Team' },
  heading: 'Groepen',
  facts: {
    'team.formed.v1': begins(
      {
        ...within,
        sort: z.enum(['theme-team', 'improvement', 'interest', 'cross-section', 'action-learning', 'learning']),
        name,
        theme: id.optional(),
        sponsorRole: role.optional(),
        /** Whether anyone may join. */
        open: z.boolean(),
      },
      { command: 'form-team', path: 'teams', words: { nl: 'Groep gevormd', en: 'Team formed' } },
    ),
    'team.joined.v1': tells(member, {
      command: 'join-team',
      path: 'team-joinings',
      says: 'membership',
      about: memberFields,
      words: { nl: 'Lid geworden', en: 'Joined' },
    }),
    'team.left.v1': tells(member, {
      command: 'leave-team',
      path: 'team-leavings',
      says: 'membership',
      about: memberFields,
      words: { nl: 'Vertrokken', en: 'Left' },
    }),
    'team.ambassador-named.v1': tells(member, {
      command: 'name-ambassador',
      path: 'team-ambassadors',
      about: memberFields,
      words: { nl: 'Ambassadeur benoemd', en: 'Ambassador named' },
    }),
    'team.goal-set.v1': tells(
      { goal: name, due: day.optional() },
      {
        command: 'set-team-goal',
        path: 'team-goals',
        says: 'goal',
        about: ['goal'],
        words: { nl: 'Doel gesteld', en: 'Goal set' },
      },
    ),
    'team.goal-reached.v1': tells(
      { goal: name },
      {
        command: 'reach-team-goal',
        path: 'team-goals-reached',
        says: 'goal',
        about: ['goal'],
        words: { nl: 'Doel bereikt', en: 'Goal reached' },
      },
    ),
    /** Of an action-learning group: the question of its sponsor. */
    'team.question-set.v1': tells(
      { what: protectedText },
      {
        command: 'set-team-question',
        path: 'team-questions',
        words: { nl: 'Vraag van de groep', en: 'Question of the team' },
      },
    ),
    /** Of an improvement group: one phase of plan, do, check, act. */
    'team.round-held.v1': tells(
      { round: count.min(1), phase: z.enum(['plan', 'do', 'check', 'act']), result: protectedText.optional() },
      {
        command: 'hold-team-round',
        path: 'team-rounds',
        adds: true,
        words: { nl: 'Verbeterronde', en: 'Improvement round' },
      },
    ),
    'team.reflected.v1': tells(
      { what: protectedText },
      { command: 'reflect-in-team', path: 'team-reflections', words: { nl: 'Reflectie', en: 'Reflection' } },
    ),
    /** Of a cross-section: how many of each part of the organisation sit in it, against how many there are. */
    'team.composition-counted.v1': tells(
      {
        parts: z
          .array(z.strictObject({ key, represented: count, there: count }))
          .min(1)
          .max(50),
      },
      {
        command: 'count-team-composition',
        path: 'team-compositions',
        words: { nl: 'Afspiegeling geteld', en: 'Cross-section counted' },
      },
    ),
    'team.ended.v1': ends(
      { result: protectedText.optional() },
      { command: 'end-team', path: 'team-endings', words: { nl: 'Groep beëindigd', en: 'Team ended' } },
    ),
  },
});
