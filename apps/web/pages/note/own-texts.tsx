import { TextField } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly opening: string;
  readonly closing: string;
  readonly onChange: (part: { readonly opening?: string; readonly closing?: string }) => void;
}

/** The lead's own words, kept on this device until they are cleared; the service never gets them. */
export function OwnTexts({ opening, closing, onChange }: Props) {
  const { t } = useWords();
  return (
    <Section title={t('note.own')} className="screen">
      <div className="record">
        <TextField
          label={t('note.opening')}
          name="opening"
          error={null}
          value={opening}
          onChange={(text) => onChange({ opening: text })}
          rows={4}
        />
        <TextField
          label={t('note.closing')}
          name="closing"
          error={null}
          value={closing}
          onChange={(text) => onChange({ closing: text })}
          rows={4}
        />
        <p className="hint">{t('note.draft')}</p>
      </div>
    </Section>
  );
}
