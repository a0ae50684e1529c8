import { dayOf } from '#domain/kernel/days';
import { subject } from '#domain/kernel/subject';
import { type Named, organisationsWithin } from '#views/between/organisations';
import { DaysReversed, MomentsReversed, mustFollow, type Point } from '#views/between/period';
import type { Answer, AsOf, Basis, KnownAt } from '#views/query/as-of';
import { asOfPage, type Page, type PageRequest, pageOf } from '#views/query/paging';
import type { Views } from '#views/views';
import type { Reader } from '../stories.ts';
import type { ChangesBetween } from './changes.ts';
import {
  type ComparedFigures,
  type Differs,
  differing,
  itemsOn,
  linesOf,
  type ThreeTotals,
  threeTotals,
  type Within,
} from './figure-lines.ts';
import { type Days, type Explained, explained } from './figure-words.ts';
import { type LearnedFrom, learnedFrom } from './learned.ts';

export interface FiguresRequest extends PageRequest, Omit<Within, 'organisations'> {
  /** Only trajectories of these organisations. Which they are, says the register at the second moment. */
  readonly named?: Named | undefined;
  /** Only trajectories of which some figure differs, for that reason. */
  readonly differs?: Differs | undefined;
  /** The days for which the figures are given; by default those of the moments, or those that the log had come to. */
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}

/** A trajectory with its figures, in words too. */
export interface FigureLine extends ComparedFigures {
  readonly words: Explained;
  /** What was recorded in the period about the first day or earlier; empty when nothing was learned. */
  readonly learnedFrom: readonly LearnedFrom[];
}

export interface FiguresPage extends Page<FigureLine> {
  readonly from: Point & { readonly validOn: string };
  readonly until: Point & { readonly validOn: string };
  /** Of all trajectories within the filter, whether or not their figures differ. */
  readonly totals: ThreeTotals;
}

export interface FigureMoments extends Pick<AsOf, 'minPosition' | 'waitMs'> {
  readonly from: KnownAt;
  readonly until?: KnownAt | undefined;
}

/** Computed figures between two moments: what differs because the world changed, and what because more is known. */
export class FiguresBetween {
  constructor(
    private readonly views: Pick<Views, 'reader'>,
    private readonly changes: ChangesBetween,
  ) {}

  /**
   * The trajectories of a programme by name, each with its figures; undefined when the programme was not known at the
   * second moment. All of them are computed, for the totals; the cost grows with the number of trajectories, not with
   * the length of the log.
   *
   * @throws MomentsReversed when the period begins after its end; DaysReversed when days were given and are; BadCursor; NotThereYet as any query.
   */
  async page(
    moments: FigureMoments,
    request: FiguresRequest,
    reader: Reader,
  ): Promise<Answer<FiguresPage | undefined>> {
    const { from: earlier, until, ...waiting } = moments;
    mustFollow(earlier, until);
    const asked = { ...request, list: 'figures-between', from: earlier, until };
    const scope = { programme: request.programme };
    const first = await this.views.reader.read({ ...waiting, knownAt: earlier }, scope, async () => undefined);
    const from = request.validFrom ?? dayBefore(earlier) ?? first.basis.validOn;
    const validOn = request.validUntil ?? dayBefore(until);
    const asOf = asOfPage({ ...waiting, knownAt: until, validOn }, asked);
    const { basis, data } = await this.views.reader.read(asOf, scope, async (snapshot) => {
      if (snapshot.ordinal < first.basis.ordinal) throw new MomentsReversed(first.basis.ordinal, snapshot.ordinal);
      const { validOn: last } = snapshot.basis;
      if ((request.validFrom ?? request.validUntil) && last < from) throw new DaysReversed(from, last);
      const organisations = organisationsWithin(await snapshot.register(), request.named ?? {});
      const within = { ...request, organisations };
      const items = await itemsOn(snapshot, within, [from, last]);
      return items && { items, within, readFrom: { basis: snapshot.basis, reading: snapshot.reading } };
    });
    if (!data) return { basis, data: undefined };
    const known = { knownAt: { ordinal: first.basis.ordinal } };
    const before = await this.views.reader.read(known, scope, (snapshot) => itemsOn(snapshot, data.within, [from]));
    const lines = linesOf(before.data?.[0], data.items[0], data.items[1]);
    const page = pageOf(lines.filter(differing(request.differs)), asked, data.readFrom);
    const period = {
      from: { ...pointOf(first.basis, earlier), validOn: from },
      until: { ...pointOf(basis, until), validOn: basis.validOn },
    };
    const items = await this.told(page.items, { moments, period, reader, programme: request.programme });
    return { basis, data: { ...period, ...page, items, totals: threeTotals(lines) } };
  }

  private async told(lines: readonly ComparedFigures[], about: Telling): Promise<FigureLine[]> {
    const { moments, period, reader, programme } = about;
    const days: Days = { before: period.from.validOn, after: period.until.validOn };
    const ofLearned = lines.filter(({ learned }) => learned.length > 0).map(({ trajectory }) => trajectory);
    const found = await learnedFrom(this.changes, {
      moments: { from: moments.from, until: { ordinal: period.until.ordinal } },
      programme,
      anyOf: ofLearned.map((id) => subject('trajectory', id)),
      until: days.before,
      reader,
    });
    return lines.map((line) => ({
      ...line,
      words: explained(line, days, reader.lang),
      learnedFrom: found
        .filter(({ subjects }) => line.learned.length > 0 && subjects.includes(subject('trajectory', line.trajectory)))
        .map(({ subjects: _subjects, ...change }) => change),
    }));
  }
}

interface Telling {
  readonly moments: FigureMoments;
  readonly period: Pick<FiguresPage, 'from' | 'until'>;
  readonly reader: Reader;
  readonly programme: string;
}

/** The day that a moment ends: midnight is the end of the day before. Undefined for an ordinal, which has no day. */
function dayBefore(at: KnownAt | undefined): string | undefined {
  if (!at || !('moment' in at)) return undefined;
  return dayOf(new Date(Date.parse(at.moment) - 1).toISOString());
}

/** A moment that was asked stays that moment, also when the last event before it came hours earlier. */
function pointOf({ ordinal, knownAt }: Basis, asked: KnownAt | undefined): Point {
  return { ordinal, moment: asked && 'moment' in asked ? asked.moment : knownAt };
}
