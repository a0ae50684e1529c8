import { useWords } from './words.tsx';

/** How something stands, as people must be able to tell at a glance: by colour, by shape and by word. */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

const shapes: Record<Tone, string> = {
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13Z',
  attention: 'M8 1.2 15.2 14.2H.8Z',
  bad: 'M2 2h12v12H2Z',
  neutral: 'M8 2.6 13.4 8 8 13.4 2.6 8Z',
};

/** The shape alone, for where the word stands beside it. */
export function StatusShape({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={`shape shape--${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[tone]} />
    </svg>
  );
}

/** A shape with its word. */
export function Status({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`status status--${tone}`}>
      <StatusShape tone={tone} />
      <span>{children}</span>
    </span>
  );
}

const progressTones: Record<string, Tone> = { 'on-schedule': 'good', attention: 'attention', behind: 'bad' };

/** The tone of a computed status, or of the lead's own judgement. */
export function toneOf(status: string): Tone {
  return progressTones[status] ?? 'neutral';
}

/** The status of a trajectory: on schedule, attention, behind, or none when it is not measured. */
export function ProgressStatus({ status }: { readonly status: string }) {
  const { word } = useWords();
  return <Status tone={toneOf(status)}>{word('status', status)}</Status>;
}

const commitmentTones: Record<string, Tone> = {
  given: 'good',
  confirmed: 'good',
  'given-with-reservation': 'attention',
  'under-pressure': 'attention',
  'in-question': 'attention',
  refused: 'bad',
  lapsed: 'bad',
  withdrawn: 'bad',
};

/** The commitment of a layer; late counts as bad, whatever the step. */
export function CommitmentStatus({ step, late }: { readonly step: string; readonly late: boolean }) {
  const { t, word } = useWords();
  const name = word('commitment', step);
  return (
    <Status tone={late ? 'bad' : (commitmentTones[step] ?? 'neutral')}>{late ? t('late.also', { name }) : name}</Status>
  );
}

const pledgeTones: Record<string, Tone> = { kept: 'good', 'partly-kept': 'attention', withdrawn: 'bad', lapsed: 'bad' };

interface PledgeProps {
  readonly step: string;
  readonly late: { readonly days: number } | null;
}

/** Where a pledge is; late counts as bad and says by how much. */
export function PledgeStatus({ step, late }: PledgeProps) {
  const { t, word } = useWords();
  return (
    <Status tone={late === null ? (pledgeTones[step] ?? 'neutral') : 'bad'}>
      {late === null ? word('pledge', step) : t('late.days', { days: late.days })}
    </Status>
  );
}
