import type { Organisation } from '../../data/answers/basis.ts';

/** An organisation as it stands in a form, with its code or id: `Coevorden (0109)`. */
export function organisationWords({ id, cbs, name }: Pick<Organisation, 'id' | 'cbs' | 'name'>): string {
  return `${name} (${cbs ?? id})`;
}

/** The code or id of what stands in a form: that between brackets, else what was typed, of which the API says what is wrong. */
export function organisationIn(words: string): string {
  const [, code] = /\((\d{2,4}|[0-9a-f-]{36})\)\s*$/.exec(words) ?? [];
  return code ?? words.trim();
}

/** What of it is a name to look for. */
export function nameIn(words: string): string {
  return words.replace(/\s*\((\d{2,4}|[0-9a-f-]{36})\)\s*$/, '').trim();
}
