import { type InfiniteData, type UseInfiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
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
  readonly children: (items: readonly T['items'][number][], first: T) => ReactNode;
}

/** Asks for a list page by page, and shows what is there with a way to more. */
export function AskedPages<Item, T extends Page<Item>, K extends readonly unknown[]>({
  query,
  lines = 6,
  children,
}: Props<Item, T, K>) {
  const { t } = useWords();
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(query);
  if (isPending) return <Skeleton lines={lines} />;
  const first = data?.pages[0]?.data;
  if (data === undefined || first === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.data.items);
  return (
    <>
      {error !== null && <p className="stale">{t('stale')}</p>}
      {children(items, first)}
      {hasNextPage && (
        <Button appearance="secondary-action-button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(isFetchingNextPage ? 'loading' : 'more', { shown: items.length, total: first.total })}
        </Button>
      )}
    </>
  );
}
