import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Standing } from '../../data/answers/progress.ts';
import { programme as programmeAsked } from '../../data/ask.ts';
import { hasDraft } from '../../data/draft.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Capture, noteDraft } from '../../ui/capture.tsx';
import { Choices } from '../../ui/choices.tsx';
import { CommandForm } from '../../ui/facts/command-form.tsx';
import { commandDraft } from '../../ui/facts/commands.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { commandGroups } from './commands.ts';
import { ContactForm, contactDraft } from './contact-form.tsx';

const often = ['contact', 'note'] as const;
const commands = commandGroups.flatMap((group) => group.commands);

/** The form in which something was typed that was not recorded yet. */
function begun(trajectory: string, programme: string): string {
  if (hasDraft(contactDraft(trajectory))) return 'contact';
  if (hasDraft(noteDraft(programme, trajectory))) return 'note';
  return commands.find(({ key }) => hasDraft(commandDraft(trajectory, key)))?.key ?? '';
}

interface Props {
  readonly standing: Standing;
  readonly today: string;
}

/** What can be recorded here, one form at a time: what is done often by a button, everything else from a list. */
export function Record({ standing, today }: Props) {
  const { t } = useWords();
  const { trajectory, programme } = standing;
  const [open, setOpen] = useState(() => begun(trajectory, programme));
  const layers = useQuery(programmeAsked(useProgramme())).data?.data.template.layers ?? [];
  const command = commands.find(({ key }) => key === open);
  return (
    <Section title={t('record.title')}>
      <Choices
        choices={often.map((kind) => [kind, t(`record.${kind}`)])}
        open={open}
        onOpen={setOpen}
        legend={t('record.title')}
      >
        <CommandChoice value={command?.key ?? ''} onChange={setOpen} />
      </Choices>
      {open === 'contact' && <ContactForm trajectory={trajectory} today={today} />}
      {open === 'note' && <Capture programme={programme} today={today} standings={[]} about={trajectory} />}
      {command !== undefined && (
        <CommandForm
          key={open}
          command={command}
          id={trajectory}
          today={today}
          given={{ layer: layers[0]?.key ?? '' }}
        />
      )}
    </Section>
  );
}

function CommandChoice({ value, onChange }: { readonly value: string; readonly onChange: (key: string) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="choices__more">
      <label htmlFor={id} className="hidden">
        {t('record.other')}
      </label>
      <select id={id} className="choice" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('record.choose')}</option>
        {commandGroups.map(({ label, commands: each }) => (
          <optgroup key={label} label={t(label)}>
            {each.map(({ key, label: name }) => (
              <option key={key} value={key}>
                {t(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
