import { useQuery } from '@tanstack/react-query';
import { programme as programmeAsked } from '../../data/ask.ts';
import { figuresOf, type Period } from '../../data/ask-between.ts';
import { causesOf, decisionsOf, summaryOf } from '../../data/ask-note.ts';
import { report as reportAsked } from '../../data/ask-reports.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../../ui/words.tsx';
import { type Note, noteOf } from './note.ts';

export interface OwnText {
  readonly opening: string;
  readonly closing: string;
}

/** What the note rests on, as it was known at the end of the period; all of it is there, or none. */
export function useNote(period: Period, own: OwnText) {
  const words = useWords();
  const about = useProgramme();
  const session = useSession();
  const maySeeChanges = mayReadStories(session?.role);
  const then = { id: about.id, day: period.until };
  const programme = useQuery(programmeAsked(about));
  const between = useQuery(figuresOf(about.id, period));
  const summary = useQuery(summaryOf(then));
  const decisions = useQuery(decisionsOf(then));
  const causes = useQuery({ ...causesOf(about.id, period), enabled: maySeeChanges });
  const basis = summary.data?.basis;
  // By ordinal, so that the report rests on exactly what the summary rests on.
  const at = basis === undefined ? undefined : { ordinal: basis.ordinal, on: period.until };
  const report = useQuery({ ...reportAsked({ programme: about.id, at }), enabled: at !== undefined });
  const asked = [programme, between, summary, decisions, report, ...(maySeeChanges ? [causes] : [])];
  const error = asked.find((one) => one.error !== null)?.error ?? null;
  const retry = () => asked.filter((one) => one.error !== null).map((one) => one.refetch());
  const isThere = programme.data && between.data && summary.data && decisions.data && report.data;
  if (!isThere || (maySeeChanges && causes.data === undefined)) return { note: undefined, error, retry };
  const { items, totals } = between.data.data;
  const note: Note = noteOf(
    {
      programme: programme.data.data.name,
      period,
      own,
      between: {
        basis: between.data.basis,
        totals,
        changed: items.map(({ organisation, words: { learned, happened } }) => ({
          name: organisation.name,
          ...(learned !== undefined && { learned }),
          ...(happened !== undefined && { happened }),
        })),
      },
      summary: summary.data,
      report: report.data,
      causes: causes.data?.data.counts?.causes,
      decisions: decisions.data.data.items,
    },
    words,
  );
  return { note, error, retry };
}
