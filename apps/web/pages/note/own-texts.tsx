import { TextField } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly opening: string;
  readonly onOpening: (text: string) => void;
  readonly closing: string;
  readonly onClosing: (text: string) => void;
}

/** The lead's own words, kept on this device until they are cleared; the service never gets them. */
export function OwnTexts({ opening, onOpening, closing, onClosing }: Props) {
  const { t } = useWords();
  return (
    <Section title={t('note.own')} className="screen">
      <div className="record">
        <TextField
          label={t('note.opening')}
          name="opening"
          error={null}
          value={opening}
          onChange={onOpening}
          rows={4}
        />
        <TextField
          label={t('note.closing')}
          name="closing"
          error={null}
          value={closing}
          onChange={onClosing}
          rows={4}
        />
        <p className="hint">{t('note.draft')}</p>
      </div>
    </Section>
  );
}
