import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LongTableProps } from './columns.ts';
import { withFocused } from './focused.ts';
import { Row } from './rows.tsx';
import { followTop } from './top-of.ts';

/** About the height of a row, in pixels, until it is drawn and measured. */
const usualHeight = 64;
/** How many rows are drawn above and below what is in sight, so that the keyboard always finds the next one. */
const around = 12;

/** The rows that are in sight, with empty space in the place of the others. The row that has the focus stays drawn. */
export function VirtualRows<Item>({ items, columns, keyOf, onMore }: LongTableProps<Item>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();
  useLayoutEffect(() => (body.current === null ? undefined : followTop(body.current, setTop)), []);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => usualHeight,
    overscan: around,
    scrollMargin: top,
    getItemKey: (place) => {
      const item = items[place];
      return item === undefined ? place : keyOf(item);
    },
    rangeExtractor: (range) => withFocused(range, focused),
  });
  const drawn = virtualizer.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last + around >= items.length) onMore?.();
  }, [last, items.length, onMore]);
  let end = top;
  const rows = drawn.flatMap(({ index, key, start, end: itsEnd }) => {
    const item = items[index];
    if (item === undefined) return [];
    const gap = start - end;
    end = itsEnd;
    return [
      <Fragment key={key}>
        <Gap height={gap} columns={columns.length} />
        <Row item={item} columns={columns} place={index} ref={virtualizer.measureElement} />
      </Fragment>,
    ];
  });
  return (
    <tbody
      ref={body}
      onFocus={({ target }) => setFocused(Number(target.closest('tr')?.dataset['index'] ?? 0))}
      onBlur={() => setFocused(undefined)}
    >
      {rows}
      <Gap height={virtualizer.getTotalSize() + top - end} columns={columns.length} />
    </tbody>
  );
}

/** Empty space in the place of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: empty space in the form of a row never gets the focus
    <tr aria-hidden="true" className="table__gap" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}
