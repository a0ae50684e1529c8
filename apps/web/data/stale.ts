import type { Stale } from './answers/basis.ts';

/** An answer, as far as it matters here. */
interface Told {
  readonly basis: { readonly stale?: Stale | undefined };
}

function isTold(data: unknown): data is Told {
  return typeof data === 'object' && data !== null && 'basis' in data;
}

/** The answers in what a question came to: one, or those of its pages. */
function answersIn(data: unknown): readonly Told[] {
  if (typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages))
    return data.pages.filter(isTold);
  return isTold(data) ? [data] : [];
}

/**
 * What is not up to date in these answers. They are about one programme, or about all of them, and so name the same rows
 * again and again: the answer that names the most has them all.
 */
export function mostStale(answers: readonly unknown[]): Stale | undefined {
  return answers
    .flatMap(answersIn)
    .flatMap(({ basis }) => basis.stale ?? [])
    .reduce<Stale | undefined>((most, one) => (most === undefined || one.count > most.count ? one : most), undefined);
}
