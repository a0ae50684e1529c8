import { useEffect, useRef, useState } from 'react';
import type { StoryLine } from '../../data/answers/follow.ts';
import type { Recorded } from '../../data/command.ts';
import { hasDraft } from '../../data/draft.ts';
import { Choices } from '../../ui/choices.tsx';
import type { RetractAt } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';
import { CorrectForm } from './correct-form.tsx';
import { RetractForm } from './retract-form.tsx';

/** Where facts are put right, by the kind of stream in which they stand. */
const places: Readonly<Record<string, RetractAt>> = {
  trajectory: 'trajectories',
  meeting: 'meetings',
  pledge: 'pledges',
  item: 'dossier-items',
};

const ways = ['correct', 'retract'] as const;
type Way = (typeof ways)[number];

interface Props {
  readonly line: StoryLine;
  readonly stands: boolean;
  readonly today: string;
}

/** Corrects or retracts what a line of a story recorded, at the thing that it was recorded for. */
export function PutRight({ line, stands, today }: Props) {
  const { t } = useWords();
  const draft = (way: Way) => `${line.eventId}.${way}`;
  const [open, setOpen] = useState(() => ways.find((way) => hasDraft(draft(way))));
  const [done, setDone] = useState<'saved' | 'saved.waiting'>();
  const [, kind = '', id = ''] = /^([a-z]+)-(.+)$/.exec(line.stream) ?? [];
  const at = places[kind];
  if (at === undefined) return null;
  const finish = (answer: Recorded | undefined) => {
    setOpen(undefined);
    setDone(answer === undefined ? 'saved.waiting' : 'saved');
  };
  const form = { line, at, id, today, onDone: finish };
  return (
    <>
      {done !== undefined && <Done message={t(done)} />}
      {stands && done === undefined && (
        <Choices
          choices={ways.map((way) => [way, t(`story.${way}`)])}
          open={open ?? ''}
          onOpen={(key) => setOpen(ways.find((way) => way === key))}
          legend={t('story.actions', { what: line.words })}
          isInRow
        />
      )}
      {stands && open === 'correct' && <CorrectForm {...form} draft={draft(open)} />}
      {stands && open === 'retract' && <RetractForm {...form} draft={draft(open)} />}
    </>
  );
}

/** The form is gone; the focus goes to what is said in its place. */
function Done({ message }: { readonly message: string }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <p ref={said} tabIndex={-1} className="saved" role="status">
      {message}
    </p>
  );
}
