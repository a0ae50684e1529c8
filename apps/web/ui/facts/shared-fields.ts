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

/** How many places a network has. */
export const places = [
  { name: 'minimum', kind: 'number', required: true, label: 'fact.minimumPlaces' },
  { name: 'target', kind: 'number', required: true, label: 'fact.targetPlaces' },
  { name: 'maximum', kind: 'number', required: true, label: 'fact.maximumPlaces' },
] as const;
export const contactRole = { name: 'contactRole', kind: 'role', required: true } as const;
export const motivation = { name: 'motivation', kind: 'text' } as const;
/** What is pledged by whom to whom. */
export const what = { name: 'what', kind: 'text', required: true } as const;
export const role = { name: 'role', kind: 'role', required: true } as const;
export const toRole = { name: 'toRole', kind: 'role', required: true } as const;
export const due = { name: 'due', kind: 'day', required: true } as const;
