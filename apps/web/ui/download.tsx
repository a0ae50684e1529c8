import { useMutation } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { saveFile } from '../data/save-file.ts';
import { Failure } from './asked.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly name: string;
  readonly file: () => Promise<Blob>;
  readonly children: string;
}

/** Fetches a file with the session, or makes it, and hands it to the browser. */
export function Download({ name, file, children }: Props) {
  const { t } = useWords();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => saveFile(name, await file()),
  });
  return (
    <div className="download">
      <Button appearance="secondary-action-button" disabled={isPending} onClick={() => mutate()}>
        {isPending ? t('loading') : children}
      </Button>
      {error !== null && <Failure error={error} />}
    </div>
  );
}

/** Prints the page as it is. */
export function Print() {
  const { t } = useWords();
  return (
    <Button appearance="secondary-action-button" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
