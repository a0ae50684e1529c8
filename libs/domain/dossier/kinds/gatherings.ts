import { z } from 'zod';
import { count, id, key, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';
import { tenths } from './parts.ts';

const heading = 'Bijeenkomsten';
const dates = z.array(day).min(1).max(20);

/** Dates that were proposed, and who can on which. */
export const datePoll = kind({
  kind: 'date-poll',
  label: { nl: 'Datumvoorstel', en: 'Date poll' },
  heading,
  facts: {
    'date-poll.opened.v1': begins(
      { ...within, title: name, dates, due: day.optional() },
      { command: 'open-date-poll', path: 'date-polls', words: { nl: 'Data voorgesteld', en: 'Dates proposed' } },
    ),
    'date-poll.answered.v1': tells(
      { trajectory: id.optional(), organisation: id.optional(), role, possible: z.array(day).max(20) },
      {
        command: 'answer-date-poll',
        path: 'date-poll-answers',
        about: ['trajectory', 'organisation', 'role'],
        words: { nl: 'Op data gereageerd', en: 'Dates answered' },
      },
    ),
    'date-poll.settled.v1': ends(
      { date: day },
      { command: 'settle-date-poll', path: 'date-poll-settlements', words: { nl: 'Datum gekozen', en: 'Date chosen' } },
    ),
    'date-poll.cancelled.v1': ends(
      { reason: protectedText },
      {
        command: 'cancel-date-poll',
        path: 'date-poll-cancellations',
        words: { nl: 'Datumvoorstel vervallen', en: 'Date poll cancelled' },
      },
    ),
  },
});

/** A point on the agenda of a meeting: by which method, and who brings the case. */
export const agendaPoint = kind({
  kind: 'agenda-point',
  label: { nl: 'Agendapunt', en: 'Point on the agenda' },
  heading,
  facts: {
    'agenda-point.placed.v1': begins(
      { meeting: id, trajectory: id.optional(), title: name, method: key.optional(), minutes: count.optional() },
      {
        command: 'place-agenda-point',
        path: 'agenda-points',
        words: { nl: 'Op de agenda gezet', en: 'Put on the agenda' },
      },
    ),
    'agenda-point.treated.v1': ends(
      { result: protectedText.optional() },
      { command: 'treat-agenda-point', path: 'agenda-point-treatments', words: { nl: 'Besproken', en: 'Treated' } },
    ),
    'agenda-point.dropped.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'drop-agenda-point',
        path: 'agenda-point-droppings',
        words: { nl: 'Van de agenda gehaald', en: 'Taken off the agenda' },
      },
    ),
  },
});

/** What people came to see: an insight or a lesson. */
export const insight = kind({
  kind: 'insight',
  label: { nl: 'Inzicht', en: 'Insight' },
  heading,
  facts: {
    'insight.gained.v1': begins(
      { ...within, sort: z.enum(['insight', 'lesson', 'question']), text: protectedText },
      { command: 'gain-insight', path: 'insights', words: { nl: 'Inzicht opgedaan', en: 'Insight gained' } },
    ),
    'insight.confirmed.v1': moves(
      { reason: protectedText.optional() },
      {
        command: 'confirm-insight',
        path: 'insight-confirmations',
        words: { nl: 'Inzicht bevestigd', en: 'Insight confirmed' },
      },
    ),
    'insight.outdated.v1': ends(
      { reason: protectedText },
      {
        command: 'outdate-insight',
        path: 'insight-endings',
        words: { nl: 'Inzicht achterhaald', en: 'Insight outdated' },
      },
    ),
  },
});

/** How a meeting or module was valued by those who were there, never by whom. */
export const evaluation = kind({
  kind: 'evaluation',
  label: { nl: 'Evaluatie', en: 'Evaluation' },
  heading,
  facts: {
    'evaluation.held.v1': begins(
      {
        ...within,
        module: id.optional(),
        answers: count,
        scores: z.array(z.strictObject({ key, tenths })).min(1).max(30),
      },
      { command: 'hold-evaluation', path: 'evaluations', words: { nl: 'Evaluatie gehouden', en: 'Evaluation held' } },
    ),
    'evaluation.followed-up.v1': ends(
      { result: protectedText },
      {
        command: 'follow-evaluation-up',
        path: 'evaluation-follow-ups',
        words: { nl: 'Iets met de evaluatie gedaan', en: 'Evaluation acted on' },
      },
    ),
  },
});
