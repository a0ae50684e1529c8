import type { Role } from '#log/contract/envelope';
import type { Lang } from '../words/speech.ts';

/** What opens sealed text: the vault of the log. A text whose key was destroyed comes back as `{ $destroyed: true }`. */
export interface Opener {
  open<T>(value: T, eventId: string, path: string): Promise<T>;
}

/** The roles that may read protected text in a story. */
const readers: readonly Role[] = ['lead', 'auditor', 'admin', 'system'];

const instead = {
  protected: { nl: '[afgeschermd]', en: '[protected]' },
  destroyed: { nl: '[vernietigd]', en: '[destroyed]' },
} as const;

/** Whether somebody in this role may read protected text. */
export function mayRead(role: Role): boolean {
  return readers.includes(role);
}

/** What stands in the place of a text that stayed closed; undefined leaves it out. */
type Closed = (why: keyof typeof instead) => string | undefined;

/** The same value with every protected text that was opened as a plain string. */
function withTexts(value: unknown, closed: Closed): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, closed));
  if ('$text' in value) return value.$text;
  if ('$sealed' in value) return closed('protected');
  if ('$destroyed' in value) return closed('destroyed');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, closed)]));
}

/** The same value with every protected text as plain words: opened, or said to be protected or destroyed. */
export function plainTexts(value: unknown, lang: Lang): unknown {
  return withTexts(value, (why) => instead[why][lang]);
}

/** The same value with every protected text that was opened as a plain string; what stayed closed is left out. */
export function readableTexts(value: unknown): unknown {
  return withTexts(value, () => undefined);
}

/** The protected texts in a value by their path (`reason`, `rows.0.question`), as plain words. */
export function textsIn(value: unknown, lang: Lang, path = ''): Record<string, string> {
  if (value === null || typeof value !== 'object') return {};
  if ('$text' in value || '$sealed' in value || '$destroyed' in value)
    return { [path]: String(plainTexts(value, lang)) };
  const below = path === '' ? '' : `${path}.`;
  return Object.assign({}, ...Object.entries(value).map(([key, item]) => textsIn(item, lang, `${below}${key}`)));
}
