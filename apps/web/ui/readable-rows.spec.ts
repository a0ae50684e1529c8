import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useReadableRows } from './readable-rows.ts';

const texts = { queryKey: ['told', 'programme'], queryFn: () => answer };
const answer = { data: { items: ['De wethouder twijfelt.'] } };

function Texts({ mayRead }: { readonly mayRead: boolean }) {
  return useReadableRows(texts, mayRead).join(' ');
}

/** What stands on the page, where the answer is there already because another role asked for it. */
function shownTo(mayRead: boolean): string {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(texts.queryKey, answer);
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, createElement(Texts, { mayRead })));
}

describe('texts that are protected', () => {
  it('given a role that may read them, then they are shown', () => {
    expect(shownTo(true)).toBe('De wethouder twijfelt.');
  });

  it('given a role that may not, then they are not, also when they are on this device already', () => {
    expect(shownTo(false)).toBe('');
  });
});
