import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Columns } from './columns.tsx';
import { FileForm } from './file-form.tsx';
import { Imports } from './imports.tsx';

/** Applications from a file: what it must look like, the check, taking it in, and what became of it. */
export function ImportPage() {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const session = useSession();
  return (
    <>
      <PageTitle title={t('nav.import')} lead={<p>{t('import.lead')}</p>} />
      <Section title={t('import.file')}>{mayRecord ? <FileForm /> : <Empty>{t('import.mayNot')}</Empty>}</Section>
      <Section title={t('import.imports')}>
        {mayReadStories(session?.role) ? <Imports /> : <Empty>{t('import.forbidden')}</Empty>}
      </Section>
      <Section title={t('import.columns')}>
        <Columns />
      </Section>
      <Section title={t('admin.notYet')}>
        <p>{t('import.notYet')}</p>
      </Section>
    </>
  );
}
