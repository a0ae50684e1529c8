import { useMutation } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { checkFile, takeIn } from '../../data/ask-imports.ts';
import { useDirectCommand } from '../../data/direct-command.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { FileProblems } from './file-problems.tsx';

/** A file as it was chosen; `bytes` tells two files apart, whatever their encoding. */
interface Chosen {
  readonly file: Blob;
  readonly name: string;
  readonly bytes: string;
}

async function chosenFrom(file: File): Promise<Chosen> {
  const content = await file.arrayBuffer();
  return { file: new Blob([content]), name: file.name, bytes: new TextDecoder('windows-1252').decode(content) };
}

/** Choosing a file, having it checked, and then taking it in. */
export function FileForm() {
  const { t } = useWords();
  const id = useId();
  const { id: programme } = useProgramme();
  const [chosen, setChosen] = useState<Chosen>();
  const check = useMutation({ mutationFn: ({ file }: Chosen) => checkFile(programme, file) });
  const take = useDirectCommand(({ file }: Chosen, headers) => takeIn(programme, file, headers));
  const choose = async (file: File | undefined) => {
    check.reset();
    take.reset();
    setChosen(undefined);
    if (file === undefined) return;
    const read = await chosenFrom(file);
    setChosen(read);
    check.mutate(read);
  };
  return (
    <div className="record">
      <label htmlFor={id} className="utrecht-form-label">
        {t('import.choose')}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        // A file of the same name that was put right is no change to a browser that still has the first.
        onClick={(event) => {
          event.currentTarget.value = '';
          void choose(undefined);
        }}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <div role="status">
        {check.isPending && <p>{t('import.checking')}</p>}
        {check.data !== undefined && !take.isSuccess && <p>{t('import.right', { rows: check.data.rows })}</p>}
        {take.isSuccess && <p>{t('import.accepted', { name: chosen?.name ?? '' })}</p>}
      </div>
      {chosen === undefined && <Empty>{t('import.none')}</Empty>}
      {check.error !== null && chosen !== undefined && (
        <FileProblems error={check.error} onRetry={() => check.mutate(chosen)} />
      )}
      {take.error !== null && chosen !== undefined && (
        <FileProblems error={take.error} onRetry={() => take.mutate(chosen)} />
      )}
      {check.data !== undefined && chosen !== undefined && !take.isSuccess && (
        <div className="record__actions">
          <Button appearance="primary-action-button" busy={take.isPending} onClick={() => take.mutate(chosen)}>
            {take.isPending ? t('sending') : t('import.take', { rows: check.data.rows })}
          </Button>
        </div>
      )}
    </div>
  );
}
