import { getRouteApi } from '@tanstack/react-router';
import type { Period } from '../../data/ask-between.ts';
import { useDraft } from '../../data/draft.ts';
import { readPeriod } from '../../data/period.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Failure, Skeleton } from '../../ui/asked.tsx';
import { Download, Print } from '../../ui/download.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PeriodForm, usePeriod } from '../../ui/period-form.tsx';
import { useWords } from '../../ui/words.tsx';
import { NoteText } from './note-text.tsx';
import { OwnTexts } from './own-texts.tsx';
import { useNote } from './use-note.ts';

const route = getRouteApi('/programmas/$programme/stuurgroepnotitie');

/** A note for the steering group about a period: to read, to print, and as a Word document. */
export function NotePage() {
  const { t } = useWords();
  const period = usePeriod(readPeriod(route.useSearch()));
  return (
    <>
      <PageTitle title={t('nav.note')} lead={<p className="screen">{t('note.lead')}</p>} />
      {period === undefined && <Skeleton lines={6} />}
      {period !== undefined && (
        <>
          <PeriodForm key={`${period.from}${period.until}`} period={period} action={t('note.compose')} />
          <Composed period={period} />
        </>
      )}
    </>
  );
}

function Composed({ period }: { readonly period: Period }) {
  const { t, language } = useWords();
  const { id, isPast } = useProgramme();
  const draft = useDraft(`${id}.note`, { opening: '', closing: '' });
  const { opening, closing } = draft.values;
  const { note, error, retry } = useNote(period, { opening, closing });
  return (
    <>
      {!isPast && <OwnTexts {...draft.values} onChange={draft.change} />}
      {note === undefined && error !== null && <Failure error={error} onRetry={() => void retry()} />}
      {note === undefined && error === null && <Skeleton lines={12} />}
      {note !== undefined && (
        <>
          <div className="choices">
            <Print />
            <Download
              name={`stuurgroepnotitie-${period.until}.docx`}
              file={async () => (await import('./word.ts')).wordFile(note, language === 'nl' ? 'nl-NL' : 'en-GB')}
            >
              {t('note.word')}
            </Download>
          </div>
          <NoteText note={note} />
        </>
      )}
    </>
  );
}
