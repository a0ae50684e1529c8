import type { ReactNode } from 'react';

/** A column of a table. */
export interface Column<Item> {
  readonly key: string;
  readonly label: string;
  /** The order of the API by this column; a hyphen before it turns it round. */
  readonly sort?: string;
  readonly cell: (item: Item) => ReactNode;
}

/** A table with its rows. */
export interface LongTableProps<Item> {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** How many rows there are, also those that are not here yet. */
  readonly total?: number;
  /** Asks for more rows; undefined when these are all. */
  readonly onMore?: (() => void) | undefined;
  readonly order?: string | undefined;
  readonly onOrder?: (order: string) => void;
}
