import { ApiProblem } from '../../data/problem.ts';
import { Failure } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Everything that is wrong with a file, line by line; nothing of it was recorded. */
export function FileProblems({ error, onRetry }: Props) {
  const { t } = useWords();
  const fields = error instanceof ApiProblem ? error.fields : [];
  return (
    <>
      <Failure error={error} onRetry={onRetry} />
      {fields.length > 0 && (
        <>
          <p>{t('import.problems', { count: fields.length })}</p>
          <table className="table table--blocks">
            <caption className="hidden">{t('import.problems', { count: fields.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('import.line')}</th>
                <th scope="col">{t('import.column')}</th>
                <th scope="col">{t('import.wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ line, field, code, detail }) => (
                <tr key={`${line}${field}${code}`}>
                  <th scope="row">{line === undefined ? t('import.wholeFile') : t('import.lineOf', { line })}</th>
                  <td data-label={t('import.column')}>{field || t('none')}</td>
                  <td data-label={t('import.wrong')}>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
