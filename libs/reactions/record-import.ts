import { derivedId, trajectoryId } from '#commands/ids';
import type { ImportedApplication } from '#domain/import/events';
import { dayItHappened } from '#domain/kernel/days';
import { inPlace } from '#domain/kernel/event';
import { type ClearText, clearText } from '#domain/kernel/text';
import type { OccurredOn } from '#domain/kernel/time';
import type { AnyEvent } from '#domain/registry';
import { courseOf } from '#domain/trajectory/course';
import type { LoggedEvent } from '#log/contract/codec';
import type { CommandMeta } from '#log/contract/envelope';
import { metaOf, type Reaction, type Tools } from './reaction.ts';

const applies = 'trajectory.applied.v1';

type AcceptedImport = Extract<AnyEvent, { type: 'import.accepted.v1' }>['data'];

/** One row on its way into the log. */
interface Row {
  readonly cause: LoggedEvent;
  readonly file: AcceptedImport;
  readonly row: ImportedApplication;
  /** Absent when the row has none, or when its key was destroyed in the meantime. */
  readonly question: ClearText | undefined;
  readonly at: string;
}

/**
 * Records what an accepted import holds, row by row, each pointing to its line in the file. Of an organisation that had
 * applied already only the question is brought in, unless it was asked before in the same words; with a new application,
 * unless it stands already. Stopped halfway it begins again: rows that were recorded are answered as the first time. Once it
 * is completed nothing is recorded any more: an organisation whose application was known already, and that withdrew since,
 * would apply once more.
 */
export const recordImport: Reaction = {
  name: 'record-import',
  types: ['import.accepted.v1'],
  async react(cause: LoggedEvent, tools: Tools): Promise<void> {
    if (cause.type !== 'import.accepted.v1') return;
    const file = cause.data;
    if ((await tools.useCases.importState(file.import)).status === 'completed') return;
    const questions = await questionsOf(cause, tools);
    const count = { recorded: 0, known: 0 };
    for (const row of file.rows) {
      const result = await recordApplication(
        { cause, file, row, question: questions.get(row.line), at: tools.at(cause) },
        tools,
      );
      if (result !== 'refused') count[result] += 1;
    }
    const at = tools.at(cause);
    const outcome = await tools.useCases.import(
      file.import,
      { type: 'complete-import', at, import: file.import, ...count },
      metaOf(cause, this.name, 'completed', at),
    );
    if (outcome.outcome !== 'accepted') await tools.refused(cause, outcome);
  },
};

type Result = 'recorded' | 'known' | 'refused';

async function recordApplication(item: Row, tools: Tools): Promise<Result> {
  const trajectory = trajectoryId(item.file.programme, item.row.organisation);
  const result = (await isToldAgain(trajectory, item, tools)) ? 'known' : await apply(trajectory, item, tools);
  if (result === 'refused') return result;
  // A file is often taken in again with more lines, or with questions that came later; and who withdrew applies again with
  // the question of the first time.
  const isAsked = await (result === 'known' ? wasAsked : stands)(trajectory, item, tools);
  if (!isAsked) await recordQuestion(trajectory, item, tools);
  return result;
}

async function apply(trajectory: string, item: Row, tools: Tools): Promise<Result> {
  const { cause, file, row, at } = item;
  const { programme } = file;
  const { organisation, network, contactRole } = row;
  const outcome = await tools.useCases.trajectory(
    trajectory,
    { type: 'apply', at, occurredOn: dayOf(row), trajectory, programme, organisation, network, contactRole },
    lineMeta(item, 'application'),
  );
  if (outcome.outcome === 'accepted') return 'recorded';
  if (outcome.outcome === 'refused' && outcome.refusal.code === 'already-applied') return 'known';
  await tools.refused(cause, outcome);
  return 'refused';
}

/**
 * Whether it withdrew, and had applied for that network on that very day: a file says no more than the day, so that one of
 * the day of the withdrawal would seem to come after it. Also as it was before it was corrected, since the file may still
 * say so. What this import recorded itself is answered as the first time.
 */
async function isToldAgain(trajectory: string, { cause, row }: Row, { useCases }: Tools): Promise<boolean> {
  const state = await useCases.trajectoryState(trajectory);
  if (state.status === 'unknown' || courseOf(state.course)?.step !== 'withdrawn') return false;
  const history = await useCases.trajectoryHistory(trajectory);
  if (history.some(({ type, envelope }) => type === applies && envelope.causation === cause.id)) return false;
  const standing = new Set(inPlace(history).map(({ id }) => id));
  return history.some(
    (event) =>
      event.type === applies &&
      standing.has(event.corrects?.event ?? event.id) &&
      event.data.network === row.network &&
      event.occurredOn !== undefined &&
      dayItHappened(event.occurredOn) === row.appliedOn,
  );
}

async function recordQuestion(trajectory: string, item: Row, tools: Tools): Promise<void> {
  const { cause, row, question: text, at } = item;
  if (!row.category || !text) return;
  const meta = lineMeta(item, 'question');
  const question = derivedId(meta.commandId, 'question');
  const { category } = row;
  const outcome = await tools.useCases.trajectory(
    trajectory,
    { type: 'bring-in-question', at, occurredOn: dayOf(row), question, category, tags: [], text },
    meta,
  );
  if (outcome.outcome !== 'accepted') await tools.refused(cause, outcome);
}

/**
 * Whether the trajectory has, or had, a question in these words. One that was forgotten since cannot be compared: of its
 * category nothing is brought in anew, since that could undo the forgetting.
 */
async function wasAsked(trajectory: string, { row, question }: Row, tools: Tools): Promise<boolean> {
  if (!row.category || !question) return true;
  const asked = await questionsIn(await tools.useCases.trajectoryHistory(trajectory), tools);
  return asked.some(({ category, text }) => (text === undefined ? category === row.category : text === question.$text));
}

/**
 * Whether a question in these words stands. What was retracted is brought in with the new application; so is what cannot be
 * compared, for whoever applies anew asks it anew.
 */
async function stands(trajectory: string, { question }: Row, tools: Tools): Promise<boolean> {
  if (!question) return true;
  const history = await tools.useCases.trajectoryHistory(trajectory);
  // What was sealed opens by its own id; in its place a correction has that of the fact.
  const standing = new Set(inPlace(history).flatMap((event) => ('revision' in event ? event.revision : [])));
  const asked = await questionsIn(
    history.filter(({ revision }) => standing.has(revision)),
    tools,
  );
  return asked.some(({ text }) => text === question.$text);
}

interface Asked {
  readonly category: string;
  /** Absent when it was forgotten. */
  readonly text: string | undefined;
}

async function questionsIn(history: readonly LoggedEvent[], { vault }: Tools): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const { id, type, data, envelope } of history) {
    if (type !== 'trajectory.question-brought-in.v1' && type !== 'trajectory.question-sharpened.v1') continue;
    const { data: opened } = await vault.open({ data, envelope }, id, '');
    asked.push({ category: opened.category, text: clearText.safeParse(opened.text).data?.$text });
  }
  return asked;
}

/** The questions of the whole file by line. They are opened once: a file has thousands of them under one key. */
async function questionsOf(cause: LoggedEvent, tools: Tools): Promise<ReadonlyMap<number, ClearText>> {
  const opened = await tools.vault.open({ data: cause.data, envelope: cause.envelope }, cause.id, '');
  const rows = 'rows' in opened.data ? opened.data.rows : [];
  const asked = rows.flatMap(({ line, question }) => {
    const text = clearText.safeParse(question).data;
    return text ? [[line, text] as const] : [];
  });
  return new Map(asked);
}

function lineMeta({ cause, file, row, at }: Row, what: string): CommandMeta {
  const meta = metaOf(cause, recordImport.name, `${what} ${row.line}`, at);
  return { ...meta, channel: { kind: 'import', sha256: file.sha256, line: row.line } };
}

function dayOf(row: ImportedApplication): OccurredOn {
  return { precision: 'day', value: row.appliedOn };
}
