import { useEffect, useRef, useState } from 'react';
import type { OwnPart } from '../../data/answers/taking-part.ts';
import { useOwnCommand } from '../../data/taking-part.ts';
import { Empty } from '../../ui/asked.tsx';
import { RecordForm, TextField } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { PledgeStatus, Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

type Task = Omit<OwnPart['pledges'][number], 'pledge'> & { readonly id: string };
type Of = 'pledges' | 'actions';

interface Props {
  readonly link: string;
  readonly title: string;
  readonly empty: string;
  readonly of: Of;
  readonly tasks: readonly Task[];
  readonly today: string;
}

const endings: readonly string[] = ['kept', 'withdrawn', 'lapsed', 'done', 'dropped'];

/** What was promised or agreed, first what is still to be done; it is said to be done where it stands. */
export function Tasks({ tasks, title, empty, ...rest }: Props) {
  const isEnded = ({ step }: Task) => endings.includes(step);
  const inOrder = [...tasks].sort(
    (a, b) => Number(isEnded(a)) - Number(isEnded(b)) || (a.due ?? '').localeCompare(b.due ?? ''),
  );
  return (
    <Section title={title}>
      {tasks.length === 0 && <Empty>{empty}</Empty>}
      <ul className="rows">
        {inOrder.map((task) => (
          <TaskRow key={task.id} task={task} isEnded={isEnded(task)} {...rest} />
        ))}
      </ul>
    </Section>
  );
}

interface RowProps extends Pick<Props, 'link' | 'of' | 'today'> {
  readonly task: Task;
  readonly isEnded: boolean;
}

const ways = { pledges: ['keepings', 'partial-keepings'], actions: ['completions'] } as const;
type Way = (typeof ways)[Of][number];

function TaskRow({ task, isEnded, link, of, today }: RowProps) {
  const { t, day, word } = useWords();
  const [open, setOpen] = useState<Way>();
  const [isTold, setIsTold] = useState(false);
  const what = task.what ?? t('own.noWords');
  return (
    <li className="row task">
      <span className="row__main">
        <strong>{what}</strong>
        <span className="row__note">
          {[task.role !== null && word('role', task.role), task.due !== null && t('due', { day: day(task.due) })]
            .filter(Boolean)
            .join(', ')}
        </span>
      </span>
      {of === 'pledges' ? <PledgeStatus step={task.step} late={task.late} /> : <ActionStatus {...task} />}
      {isTold && <Told />}
      {!isEnded && (
        <div className="row__actions">
          {ways[of].map((way) => (
            <button
              key={way}
              type="button"
              className="choice"
              aria-expanded={open === way}
              onClick={() => setOpen(open === way ? undefined : way)}
            >
              {t(`own.${way}`)}
              <span className="hidden"> {what}</span>
            </button>
          ))}
        </div>
      )}
      {open !== undefined && (
        <Done
          key={open}
          link={link}
          address={`/v1/participation/${of}/${task.id}/${open}`}
          today={today}
          onDone={() => {
            setOpen(undefined);
            setIsTold(true);
          }}
        />
      )}
    </li>
  );
}

/** The form is gone; the focus goes to what is said in its place. */
function Told() {
  const { t } = useWords();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <p ref={said} tabIndex={-1} className="saved task__told" role="status">
      {t('own.told')}
    </p>
  );
}

function ActionStatus({ step, late }: Pick<Task, 'step' | 'late'>) {
  const { t, word } = useWords();
  if (late !== null) return <Status tone="bad">{t('late.days', { days: late.days })}</Status>;
  return <Status tone={step === 'done' ? 'good' : 'neutral'}>{word('ownAction', step)}</Status>;
}

interface DoneProps {
  readonly link: string;
  readonly address: string;
  readonly today: string;
  readonly onDone: () => void;
}

/** A word about what came of it, if there is one, and then it is recorded. */
function Done({ link, address, today, onDone }: DoneProps) {
  const { t } = useWords();
  const [result, setResult] = useState('');
  const { mutate, isPending, error } = useOwnCommand<{ occurredOn: string; result?: string }>(link, address);
  const content = { occurredOn: today, ...(result.trim() !== '' && { result }) };
  return (
    <div className="row__form">
      <RecordForm
        onSubmit={() => mutate(content, { onSuccess: onDone })}
        isSending={isPending}
        error={error}
        action={t('own.tell')}
      >
        <TextField label={t('own.result')} name="result" error={error} value={result} onChange={setResult} />
      </RecordForm>
    </div>
  );
}
