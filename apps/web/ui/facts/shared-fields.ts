import type { Field } from './fields.ts';

/** Fields that several forms have. */
export const on = { name: 'occurredOn', kind: 'day', required: true } as const;
export const reason = { name: 'reason', kind: 'text', required: true } as const;
export const newDay = { name: 'to', kind: 'day', required: true, label: 'fact.newDay' } as const;
export const by = { name: 'by', kind: 'role', required: true } as const;
export const status = {
  name: 'status',
  kind: 'choice',
  options: ['agreed', 'provisional'],
  required: true,
} as const;
export const document: readonly Field[] = [
  { name: 'reference', kind: 'line', required: true },
  { name: 'sha256', kind: 'line' },
];
