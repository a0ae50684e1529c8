import { isDay } from '#domain/kernel/days';
import { settledText } from './settled.ts';
import type { Column, ColumnValue, ViewDefinition } from './view-definition.ts';

/** A column gave a value that its type does not have; PostgreSQL would refuse the whole batch for it. */
export class BadColumn extends Error {
  override readonly name = 'BadColumn';

  constructor(view: string, column: string, type: Column['type']) {
    super(`The column ${column} of the view ${view} gave a value that is no ${type}`);
  }
}

const fits: Record<Column['type'], (value: Exclude<ColumnValue, null>) => boolean> = {
  text: (value) => typeof value === 'string' && isText(value),
  date: isDate,
  bigint: Number.isSafeInteger,
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  boolean: (value) => typeof value === 'boolean',
  'text[]': (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && isText(item)),
  'date[]': (value) => Array.isArray(value) && value.every(isDate),
  'bigint[]': (value) => Array.isArray(value) && value.every(Number.isSafeInteger),
};

/**
 * What stands in the columns of a row, in the order in which the view names them.
 *
 * @throws BadColumn when a value does not fit, and what `of` throws.
 */
export function columnsOf(view: Pick<ViewDefinition, 'name' | 'columns'>, row: unknown): readonly ColumnValue[] {
  return Object.entries(view.columns ?? {}).map(([name, column]) => {
    const value = column.of(row);
    if (value !== null && !fits[column.type](value)) throw new BadColumn(view.name, name, column.type);
    return value;
  });
}

function isText(value: string): boolean {
  return settledText(value) === value;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && isDay(value);
}
