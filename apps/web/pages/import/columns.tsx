import { useQuery } from '@tanstack/react-query';
import { programme } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Download } from '../../ui/download.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { type MessageId, useWords } from '../../ui/words.tsx';

/** The columns of a file, in order, with what goes in them. */
const columns: readonly (readonly [name: string, what: MessageId, when: MessageId])[] = [
  ['gemeentecode', 'import.code', 'import.required'],
  ['netwerk', 'import.network', 'import.required'],
  ['aangemeld_op', 'import.appliedOn', 'import.required'],
  ['contactrol', 'import.role', 'import.required'],
  ['categorie', 'import.category', 'import.withQuestion'],
  ['vraag', 'import.question', 'import.withCategory'],
];

/** What a file must look like, with the names that this programme knows, and an empty one to begin with. */
export function Columns() {
  const { t, pick } = useWords();
  const detail = useQuery(programme(useProgramme())).data?.data;
  const heading = `\uFEFF${columns.map(([name]) => name).join(';')}\r\n`;
  const categories = (detail?.template.categories ?? []).map(({ key, label }) => `${key} (${pick(label)})`);
  return (
    <>
      <p>{t('import.shape')}</p>
      <FigureTable
        caption={t('import.columns')}
        heads={[t('import.what'), t('import.when')]}
        rows={columns.map(([name, what, when]) => [<code key={name}>{name}</code>, t(what), t(when)])}
      />
      {detail !== undefined && (
        <>
          <p className="hint">{t('import.networks', { names: detail.networks.map(({ name }) => name).join('; ') })}</p>
          <p className="hint">{t('import.categories', { names: categories.join('; ') })}</p>
        </>
      )}
      <Download name="aanmeldingen.csv" file={async () => new Blob([heading], { type: 'text/csv' })}>
        {t('import.empty')}
      </Download>
    </>
  );
}
