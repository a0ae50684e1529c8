import { useState } from 'react';
import type { Standing } from '../../data/answers/progress.ts';
import { Capture } from '../../ui/capture.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { ContactForm } from './contact-form.tsx';
import { GrantForm } from './grant-form.tsx';

const kinds = ['contact', 'grant', 'note'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  readonly standing: Standing;
  readonly today: string;
}

/** What can be recorded here, one form at a time. */
export function Record({ standing, today }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<Kind>();
  const { trajectory, programme } = standing;
  return (
    <Section title={t('record.title')}>
      <div className="choices">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="choice"
            aria-expanded={open === kind}
            onClick={() => setOpen(open === kind ? undefined : kind)}
          >
            {t(`record.${kind}`)}
          </button>
        ))}
      </div>
      {open === 'contact' && <ContactForm trajectory={trajectory} today={today} />}
      {open === 'grant' && <GrantForm trajectory={trajectory} today={today} />}
      {open === 'note' && <Capture programme={programme} today={today} standings={[]} about={trajectory} />}
    </Section>
  );
}
