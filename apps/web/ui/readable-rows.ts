import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';

interface Rows<Row> {
  readonly data: { readonly items: readonly Row[] };
}

/**
 * The rows of a question that only some roles may read; none for another. A question that is not asked can still have an
 * answer, of who was signed in before.
 */
export function useReadableRows<Row, Answer extends Rows<Row>, Key extends QueryKey>(
  question: UseQueryOptions<Answer, Error, Answer, Key> & { readonly queryKey: Key },
  mayRead: boolean,
): Answer['data']['items'] {
  const answer = useQuery({ ...question, enabled: mayRead });
  return mayRead ? (answer.data?.data.items ?? []) : [];
}
