import type { FieldProblem } from '../data/problem.ts';
import type { MessageId } from './message-id.ts';

/** What one does in a field, on which it depends how a mistake is said. */
export type Filled = 'text' | 'choice' | 'day' | 'key' | 'mark' | 'organisation';

const empty = { required: 'form.fillIn', 'empty-text': 'form.fillIn' } as const;
/** Whatever a choice is an id or key of: that one chose nothing is all that can be wrong. */
const notChosen = [...Object.keys(empty), 'not-an-id', 'not-a-key', 'not-one-of', 'not-a-subject'];

/** How the pages say what the API says to programmers; anything else is said as the API does. */
const said: Readonly<Record<Filled, Readonly<Record<string, MessageId>>>> = {
  text: empty,
  choice: Object.fromEntries(notChosen.map((code) => [code, 'form.chooseOne' as const])),
  day: { ...empty, 'not-a-day': 'form.noDay', 'not-a-moment': 'form.noDay' },
  key: { ...empty, 'not-a-key': 'form.fillIn' },
  mark: { ...empty, 'not-a-number': 'form.noMark' },
  organisation: { ...empty, 'not-an-organisation': 'form.noOrganisation' },
};

/** The message by which a mistake in such a field is said, where the pages have their own. */
export function messageOf({ code }: Pick<FieldProblem, 'code'>, filled: Filled): MessageId | undefined {
  return said[filled][code];
}
