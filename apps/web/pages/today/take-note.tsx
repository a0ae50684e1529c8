import { useState } from 'react';
import type { Standing } from '../../data/answers/progress.ts';
import { hasDraft } from '../../data/draft.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Capture, noteDraft } from '../../ui/capture.tsx';
import { Choices } from '../../ui/choices.tsx';
import { useWords } from '../../ui/words.tsx';

const note = 'note';

interface Props {
  readonly today: string;
  readonly standings: readonly Standing[];
}

/** A note of what happened, behind a button: what asks for attention is read first. One that was begun stands open. */
export function TakeNote({ today, standings }: Props) {
  const { t } = useWords();
  const { id } = useProgramme();
  const [open, setOpen] = useState(() => (hasDraft(noteDraft(id)) ? note : ''));
  return (
    <>
      <Choices choices={[[note, t('capture.title')]]} open={open} onOpen={setOpen} legend={t('record.title')} />
      {open === note && (
        <div className="capture choices__form">
          <Capture programme={id} today={today} standings={standings} />
        </div>
      )}
    </>
  );
}
