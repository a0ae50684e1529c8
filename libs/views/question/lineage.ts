import { itemsOn, told } from '../dossier/figures/items-on.ts';
import { rowsOfKinds } from '../dossier/figures/rows-of-kinds.ts';
import { rankIn } from '../lists/organisations.ts';
import { compare } from '../query/plain.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { questionView } from './view.ts';

/** A question that people recognised as the same one. */
export interface SameQuestion {
  readonly question: string;
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: NamedOrganisation;
  /** The items of the dossier in which it was recognised; none when it is the same only by way of another question. */
  readonly recognisedIn: readonly string[];
}

/** Two questions of which somebody said that they are one. */
interface Recognition {
  readonly item: string;
  readonly questions: readonly [string, string];
}

/**
 * Every question that was recognised as the same as this one by the day of the answer, also by way of another, and that
 * was not told apart again; in that programme, or in all. By organisation, then by id.
 */
export async function lineageOf(
  snapshot: Snapshot,
  question: string,
  programme: string | undefined,
): Promise<SameQuestion[]> {
  const recognised = await recognitions(snapshot, programme);
  const same = [...connected(question, recognised)].filter((other) => other !== question);
  const rows = await snapshot.rowsOf(questionView, same);
  const register = await snapshot.register();
  return rows
    .map((row) => ({
      question: row.question,
      trajectory: row.trajectory,
      programme: row.programme,
      organisation: register.named(row.organisation),
      recognisedIn: recognised
        .filter(({ questions }) => questions.includes(question) && questions.includes(row.question))
        .map(({ item }) => item),
    }))
    .sort(
      (a, b) =>
        rankIn(register, a.organisation.id) - rankIn(register, b.organisation.id) || compare(a.question, b.question),
    );
}

async function recognitions(snapshot: Snapshot, programme: string | undefined): Promise<Recognition[]> {
  const rows = await rowsOfKinds(snapshot, programme, ['lineage']);
  return itemsOn('lineage', rows, snapshot.basis.validOn).flatMap(({ row, now, facts }) => {
    const traced = told(facts, 'lineage.traced.v1').at(-1);
    return traced && !now.ended ? [{ item: row.item, questions: [traced.data.question, traced.data.sameAs] }] : [];
  });
}

/** Everything that can be reached from there. */
function connected(from: string, recognised: readonly Recognition[]): Set<string> {
  const reached = new Set([from]);
  for (const one of reached) {
    for (const { questions } of recognised)
      if (questions.includes(one)) for (const other of questions) reached.add(other);
  }
  return reached;
}
