import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { Alert, Button } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import type { Answer } from '../data/answers/basis.ts';
import { ApiProblem } from '../data/problem.ts';
import { type MessageId, useWords } from './words.tsx';

interface Props<T, K extends readonly unknown[]> {
  readonly query: UseQueryOptions<Answer<T>, Error, Answer<T>, K>;
  /** How many lines the answer will take about, so that nothing jumps when it is there. */
  readonly lines?: number;
  /** Of a page that is about this alone: what stands there when it is not there. Without it a sentence says so. */
  readonly gone?: ReactNode;
  readonly children: (data: T, answer: Answer<T>) => ReactNode;
}

/** Asks, and shows what comes: grey lines while waiting, the answer, or why there is none. Stale answers say so. */
export function Asked<T, K extends readonly unknown[]>({ query, lines = 3, gone, children }: Props<T, K>) {
  const { t } = useWords();
  const { data, error, refetch, isPending } = useQuery(query);
  if (isPending) return <Skeleton lines={lines} />;
  if (data === undefined && gone !== undefined && isGone(error)) return gone;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {error !== null && <p className="stale">{t('stale')}</p>}
      {children(data.data, data)}
    </>
  );
}

/** Whether there is no answer because what was asked for is not there, or was not there yet. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}

/** Grey lines in the place of what is on its way. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const { t } = useWords();
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={line} />
      ))}
    </div>
  );
}

const known: Record<string, MessageId> = {
  '0': 'failure.connection',
  '401': 'failure.signedOut',
  '403': 'failure.forbidden',
  '404': 'failure.gone',
  '503': 'failure.away',
};

/** Whether all that is wrong are the fields that were sent: its title says no more than that. */
function isAboutFields({ code, fields }: ApiProblem): boolean {
  return code === 'bad-request' && fields.length > 0;
}

/** A sentence that says what went wrong and what one can do. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useWords();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('failure.unknown');
    if (isAboutFields(error)) return [...new Set(error.fields.map(({ detail }) => detail))].join(' ');
    const id = known[String(error.status)];
    return id === undefined ? error.title || t('failure.unknown') : t(id);
  };
}

/** The same above a form, where each field says for itself what must change. */
export function useFormFailureWords(): (error: unknown) => string {
  const { t } = useWords();
  const words = useFailureWords();
  return (error) => (error instanceof ApiProblem && isAboutFields(error) ? t('form.failure') : words(error));
}

/** Why there is no answer, with a way to try again where that may help. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useWords();
  const words = useFailureWords();
  const mayPass = !(error instanceof ApiProblem) || error.mayPass;
  return (
    <Alert type={mayPass ? 'warning' : 'info'} role="alert">
      <p>{words(error)}</p>
      {mayPass && onRetry !== undefined && (
        <Button appearance="secondary-action-button" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Why a list has nothing in it, and what one could do next. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
