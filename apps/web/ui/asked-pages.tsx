import { type InfiniteData, type UseInfiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../data/answers/basis.ts';
import { Failure, Skeleton } from './asked.tsx';
import { useWords } from './words.tsx';

/** One page of a list. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface Props<Item, T extends Page<Item>, K extends readonly unknown[]> {
  readonly query: UseInfiniteQueryOptions<Answer<T>, Error, InfiniteData<Answer<T>>, K, string>;
  readonly lines?: number;
  /** How much there is, said above the list; while what is asked now is on its way, that is said in its place. */
  readonly count?: (first: T) => string;
  /**
   * `more` asks for the next page; undefined when these are all, or when it is on its way. `isFormer`: what stands there is what was
   * asked before, while what is asked now is on its way.
   */
  readonly children: (
    items: readonly T['items'][number][],
    first: T,
    more: (() => void) | undefined,
    isFormer: boolean,
  ) => ReactNode;
  /** What is shown asks for more by itself, when one comes near the end. */
  readonly isEndless?: boolean;
}

/** Asks for a list page by page, and shows what is there with a way to more. */
export function AskedPages<Item, T extends Page<Item>, K extends readonly unknown[]>({
  query,
  lines = 6,
  count,
  isEndless = false,
  children,
}: Props<Item, T, K>) {
  const { t } = useWords();
  const end = useRef<HTMLParagraphElement>(null);
  const asked = useInfiniteQuery(query);
  const { data, error, refetch, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  if (isPending) return <Skeleton lines={lines} />;
  const first = data?.pages[0]?.data;
  if (data === undefined || first === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const ask = async () => {
    const { hasNextPage: goesOn } = await fetchNextPage();
    // The button is gone: the focus goes to what is said in its place.
    if (!goesOn) end.current?.focus();
  };
  const canAsk = hasNextPage && !isFetchingNextPage && !isPlaceholderData && error === null;
  const items = data.pages.flatMap((page) => page.data.items);
  return (
    <>
      {error !== null && <p className="stale">{t('stale')}</p>}
      {/* Outside what is busy: what changes in there may not be read out. */}
      {count !== undefined && (
        <p role="status" className="hint">
          {isPlaceholderData ? t('loading') : count(first)}
        </p>
      )}
      <div aria-busy={isPlaceholderData}>
        {children(items, first, canAsk ? () => void fetchNextPage() : undefined, isPlaceholderData)}
      </div>
      {hasNextPage && (!isEndless || error !== null) && (
        <Button appearance="secondary-action-button" aria-disabled={isFetchingNextPage} onClick={() => void ask()}>
          {t(isFetchingNextPage ? 'loading' : 'more', { shown: items.length, total: first.total })}
        </Button>
      )}
      {!hasNextPage && !isEndless && data.pages.length > 1 && (
        <p ref={end} tabIndex={-1} className="hint">
          {t('more.all', { total: first.total })}
        </p>
      )}
    </>
  );
}
