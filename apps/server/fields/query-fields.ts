import { pointInHistory, subject, text, wholeInText, yesOrNo } from './checks.ts';
import { type FieldOptions, field, idField } from './fields.ts';

export { Day, OneOf } from './fields.ts';

/** What was known at a moment or at an ordinal. */
export const KnownAt = (options: FieldOptions = {}) =>
  field({
    check: pointInHistory,
    api: { type: String },
    optional: true,
    description: 'What was known then: a moment in UTC, or `ordinal:12`. By default now.',
    ...options,
  });

/** Anything that has a story. */
export const SubjectOf = () =>
  idField({
    check: subject,
    api: { type: String },
    optional: true,
    description: 'Only what names this subject.',
    example: 'trajectory:0197aaaa-0000-7000-8000-000000000001',
  });

/** A position that an earlier answer gave; the query waits until its data are that far. */
export const Position = () =>
  field({
    check: text(200),
    api: { type: String },
    optional: true,
    description: '`Samenspel-Position` of an earlier answer: wait (at most 5 seconds) until it is in the data.',
  });

export const Limit = () =>
  field({
    check: wholeInText(1, 500),
    api: { type: 'integer', minimum: 1, maximum: 500 },
    optional: true,
    description: 'Items on a page; 50 by default.',
  });

/** A cursor holds what the last item of its page sorts by; the longest title in the widest letters makes some 1,200 characters. */
export const Cursor = () =>
  field({ check: text(2_000), api: { type: String }, optional: true, description: '`next` of the page before.' });

export const WholeInQuery = (min: number, max: number, description: string) =>
  field({
    check: wholeInText(min, max),
    api: { type: 'integer', minimum: min, maximum: max },
    optional: true,
    description,
  });

export const YesOrNo = (description: string) =>
  field({ check: yesOrNo, api: { type: Boolean }, optional: true, description });

export const Search = (description: string) =>
  field({ check: text(200), api: { type: String }, optional: true, description });
