import { itemFactTypes } from '#domain/dossier/kinds/index';
import type { Sentence } from '#domain/kernel/decision';
import type { RowChange } from '#views/between/versions';
import { differences, type FieldChange, isIdentity, type PathChange, type PathPart } from '../comparison/difference.ts';
import { codeWords } from '../words/codes.ts';
import { itemCode } from '../words/dossier-codes.ts';
import { itemFieldWords } from '../words/dossier-labels.ts';
import { fieldWords } from '../words/fields.ts';
import { roleWords } from '../words/roles.ts';
import { dayWords, type Lang, minutesWords, type Names, occurredWords } from '../words/speech.ts';
import { readingOf } from './readings.ts';

/** One field of a row that is not what it was, for programs and in words. */
export interface Difference {
  /** The view whose row it is. */
  readonly view: string;
  readonly field: string;
  readonly before: FieldChange['from'];
  readonly after: FieldChange['to'];
  /** `Aanwezigheid, Emmen: afwezig → afgemeld`. */
  readonly words: string;
}

export interface Saying {
  readonly names: Names;
  readonly lang: Lang;
}

/** What a change of a row comes to, field by field, in the order of the field names. */
export function differencesOf({ view, before, after }: RowChange, saying: Saying): Difference[] {
  const { names } = saying;
  return differences(readingOf(view, before, after), readingOf(view, after, before), names)
    .filter((change) => !isIdentity(change))
    .map((change) => ({
      view: view.name,
      field: change.field,
      before: change.from,
      after: change.to,
      words: inWords(change, saying),
    }));
}

/** The ids that the differences of these rows speak of: a waiting list that moves up is of others than the event. */
export function idsIn(changes: readonly RowChange[]): string[] {
  const ids = changes.flatMap(({ view, before, after }) =>
    differences(readingOf(view, before, after), readingOf(view, after, before)).flatMap(({ path, from, to }) =>
      [...path.map(({ key }) => key), from, to].flatMap((part) =>
        typeof part === 'string' && isId(part) ? [part] : [],
      ),
    ),
  );
  return [...new Set(ids)];
}

function inWords({ path: parts, from, to }: PathChange, saying: Saying): string {
  const label = labelOf(parts, saying);
  const path = parts.map(({ key }) => key);
  if (from === null) return `${label}: ${valueWords(to, path, saying)}`;
  if (to === null) return `${label}: ${valueWords(from, path, saying)} ${gone[saying.lang]}`;
  return `${label}: ${valueWords(from, path, saying)} → ${valueWords(to, path, saying)}`;
}

const gone: Sentence = { nl: '(niet meer)', en: '(no longer)' };

/** `commitment.council.step` as "Commitment, raad, stap". Ids say nothing to people and are left out. */
function labelOf(path: readonly PathPart[], saying: Saying): string {
  const ofItem = factOfItem(path.map(({ key }) => key));
  const parts = path.flatMap(({ key, name, alike }, depth) => {
    if (name !== undefined) return [alike ? `${name} (${apartWords(key, alike, saying)})` : name];
    if (isId(key) || (ofItem && /^\d+$/.test(key))) return [];
    return [ofItem ? itemSegment(key, saying) : segment(depth === 0 ? ofRow(key) : key, saying)];
  });
  // "Aanwezigheid, Emmen, aanwezigheid" is said once.
  const said = parts.at(-1) === parts[0] ? parts.slice(0, Math.max(parts.length - 1, 1)) : parts;
  const label = said.join(', ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

/** What tells it from the others of its name; where nothing that people know does, the beginning of its id. */
function apartWords(id: string, alike: readonly string[], { names, lang }: Saying): string {
  const apart = (one: string) => names.apart?.(one)?.[lang];
  const own = apart(id);
  return own === undefined || alike.some((other) => apart(other) === own) ? id.slice(0, 8) : own;
}

/** Of a row itself only places are held; deeper in one that is said of meetings. */
const ofRow = (field: string) => (field === 'held' ? 'heldPlaces' : field);

function segment(part: string, { names, lang }: Saying): string {
  const layer = names.layer(part)?.[lang].toLowerCase();
  return fieldWords[part]?.[lang] ?? layer ?? names.category(part)?.[lang] ?? codeWords[part]?.[lang] ?? part;
}

/** Whether this is a part of what a fact of the dossier says: such a path holds the type of the fact. */
function factOfItem(path: readonly string[]): boolean {
  return path.some((part) => itemFactTypes.has(part));
}

function itemSegment(part: string, { lang }: Saying): string {
  return itemFactWords(part, lang) ?? itemFieldWords(part)[lang];
}

/** "thema gekozen" for `theme.chosen.v1`; undefined for what is no fact of the dossier. */
function itemFactWords(type: string, lang: Lang): string | undefined {
  const words = itemFactTypes.get(type)?.words[lang];
  return words && `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** Fields with words of people's own, which are never taken for a code. */
const ownWords: readonly string[] = [
  ...['name', 'title', 'region', 'reference', 'source', 'to', 'sha256'],
  ...['province', 'cbs', 'uri'],
];
/** Fields with roles; their list is open, so one that is not known is said as it was written. */
const withRoles: readonly string[] = ['contactRole', 'ownerRole', 'role', 'roles', 'toRole', 'by', 'contacts', 'moves'];

function valueWords(value: FieldChange['from'], path: readonly string[], saying: Saying): string {
  const field = path.at(-1) ?? '';
  if (typeof value === 'boolean') return yesOrNo[saying.lang][value ? 0 : 1] ?? '';
  if (typeof value === 'number') {
    return /minutes/i.test(field) ? minutesWords(value)[saying.lang] : value.toString();
  }
  if (value !== null && factOfItem(path)) return itemValueWords(value, path, saying);
  if (value === null || ownWords.includes(field)) return value ?? '';
  const role = path.some((part) => withRoles.includes(part));
  return value
    .split(', ')
    .map((text) => textOf(text, saying) ?? (role ? roleWords(text)[saying.lang] : text))
    .join(', ');
}

/** What a fact of the dossier says in one field: a code of that field, a role, or what any row can hold. */
function itemValueWords(value: string, path: readonly string[], saying: Saying): string {
  const { lang } = saying;
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  const code = itemCode(field, value) ?? (/role$/i.test(field) ? roleWords(value) : undefined);
  return code?.[lang] ?? (ownWords.includes(field) ? value : (textOf(value, saying) ?? value));
}

const yesOrNo = { nl: ['ja', 'nee'], en: ['yes', 'no'] } as const;

/** A day, a moment, an id or a code; undefined for anything else. */
function textOf(text: string, { names, lang }: Saying): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayWords(text, lang);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return occurredWords({ precision: 'moment', value: text }, lang);
  if (isId(text)) return nameOf(text, names) ?? '…';
  return codeWords[text]?.[lang] ?? names.category(text)?.[lang] ?? itemFactWords(text, lang);
}

function nameOf(id: string, names: Names): string | undefined {
  const named = names.trajectory(id) ?? names.organisation(id) ?? names.network(id) ?? names.meeting(id);
  return named ?? names.group(id) ?? names.item(id);
}
