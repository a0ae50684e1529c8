import { useWords } from '../words.tsx';
import type { LongTableProps } from './columns.ts';
import { PlainRows } from './rows.tsx';
import { SortHeader } from './sort-header.tsx';
import { VirtualRows } from './virtual-rows.tsx';

/** Up to so many rows all of them are drawn: they can be found by the browser, and printed. */
const mostDrawn = 100;

/**
 * A table that can be sorted by its headings, of any length: of a long one only the rows in sight are drawn, and a screen reader is
 * told how many there are and which these are. On a phone each row is a block.
 */
export function LongTable<Item>(props: LongTableProps<Item>) {
  const { caption, columns, items, total = items.length, order, onOrder } = props;
  const { t } = useWords();
  return (
    <table
      className={`table table--blocks ${onOrder === undefined ? '' : 'table--sortable'}`}
      aria-rowcount={total + 1}
    >
      <caption className="hidden">
        {caption}
        {onOrder !== undefined && ` ${t('table.sortable')}`}
      </caption>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ key, label, sort }) => (
            <SortHeader key={key} label={label} sort={sort} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      {total > mostDrawn ? <VirtualRows {...props} /> : <PlainRows {...props} />}
    </table>
  );
}
