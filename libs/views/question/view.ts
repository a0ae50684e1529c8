import { defineView } from '../engine/view-definition.ts';
import { firstOf } from '../folding.ts';
import { type QuestionEvent, type Said, withSaid } from './said.ts';

export interface QuestionRow {
  readonly question: string;
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: string;
  /** In the order in which it happened. How it is put depends on the day that is asked: `saidOn`. */
  readonly said: readonly Said[];
}

function put(row: QuestionRow | undefined, event: QuestionEvent, key: string): QuestionRow {
  const before = row ?? {
    question: key,
    trajectory: firstOf(event, 'trajectory') ?? '',
    programme: firstOf(event, 'programme') ?? '',
    organisation: firstOf(event, 'organisation') ?? '',
    said: [],
  };
  return { ...before, said: withSaid(before.said, event) };
}

/** One row for each question that a trajectory brought in: its category and tags, by day; the text is in the event. */
export const questionView = defineView<QuestionRow>({
  name: 'question',
  version: 2,
  subject: 'question',
  columns: {
    trajectory: { type: 'text', of: ({ trajectory }) => trajectory },
    organisation: { type: 'text', of: ({ organisation }) => organisation },
    // Days, categories and tags go together: what counts on a day is found by the last of the days that is not later.
    days: { type: 'date[]', of: ({ said }) => said.map(({ on }) => on) },
    categories: { type: 'text[]', of: ({ said }) => said.map(({ category }) => category) },
    tags: { type: 'text[]', of: ({ said }) => said.map(({ tags }) => tags.join(' ')) },
  },
  on: {
    'trajectory.question-brought-in.v1': put,
    'trajectory.question-sharpened.v1': put,
  },
});
