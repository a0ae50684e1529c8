import type { Ref } from 'react';
import type { Column, LongTableProps } from './columns.ts';

interface RowProps<Item> {
  readonly item: Item;
  readonly columns: readonly Column<Item>[];
  /** Its place in the whole list, from nought. */
  readonly place: number;
  readonly ref?: Ref<HTMLTableRowElement>;
}

/** One row; the first column is its heading. The first row of the table is that of the headings. */
export function Row<Item>({ item, columns, place, ref }: RowProps<Item>) {
  return (
    <tr ref={ref} data-index={place} aria-rowindex={place + 2}>
      {columns.map(({ key, label, cell }, column) =>
        column === 0 ? (
          <th key={key} scope="row">
            {cell(item)}
          </th>
        ) : (
          <td key={key} data-label={label}>
            {cell(item)}
          </td>
        ),
      )}
    </tr>
  );
}

/** All rows. */
export function PlainRows<Item>({ items, columns, keyOf }: LongTableProps<Item>) {
  return (
    <tbody>
      {items.map((item, place) => (
        <Row key={keyOf(item)} item={item} columns={columns} place={place} />
      ))}
    </tbody>
  );
}
