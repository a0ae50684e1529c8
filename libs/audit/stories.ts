import type { Subject } from '#domain/kernel/subject';
import type { Role } from '#log/contract/envelope';
import type { Answer, AsOf, Basis, KnownAt } from '#views/query/as-of';
import { asOfPage, type Page, type PageRequest, pageOf } from '#views/query/paging';
import type { Views } from '#views/views';
import { type RecordedBetween, recordedBetween } from './comparison/comparison.ts';
import { difference, type FieldChange } from './comparison/difference.ts';
import { type NamingViews, namesOf } from './names.ts';
import { type StateViews, stateOf } from './state.ts';
import { type StoryLine, type Telling, type Told, tell } from './story/line.ts';
import type { Opener } from './story/texts.ts';
import type { Lang } from './words/speech.ts';

/** Who reads, and in which language. */
export interface Reader {
  readonly lang: Lang;
  /** Decides whether protected text is opened. */
  readonly role: Role;
}

/** What an auditor sees between two moments. */
export interface Comparison extends RecordedBetween {
  readonly subject: string;
  readonly from: Basis;
  readonly to: Basis;
  /**
   * What the views say otherwise, field by field. Both sides are asked for the same day, that of the later moment, so
   * that every change comes from what was recorded and none from the calendar.
   */
  readonly changed: readonly FieldChange[];
}

/** The later moment is before the earlier one. */
export class MomentsReversed extends Error {
  override readonly name = 'MomentsReversed';
  readonly code = 'moments-reversed';

  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    super(`Ordinal ${to} comes before ordinal ${from}`);
  }
}

/** Stories in words, states at any moment, and what changed between two: for auditors. */
export class Stories {
  constructor(
    private readonly views: NamingViews & StateViews & Pick<Views, 'story'>,
    private readonly opener: Opener,
  ) {}

  /**
   * A page of the story of a subject as it was known at a moment, oldest first. What was corrected later than that
   * moment reads as it did then.
   */
  async story(subject: Subject, request: PageRequest, asOf: AsOf, reader: Reader): Promise<Answer<Page<StoryLine>>> {
    const { basis, data: known } = await this.views.story.whole(subject, asOfPage(asOf, request));
    const page = pageOf(known, request, basis);
    const lines = await tell(known, await this.telling({ subject, known, basis }, reader), page.items);
    return { basis, data: { ...page, items: lines } };
  }

  /** What the views said of a subject; undefined when it was not known or has no view. */
  state(subject: Subject, asOf: AsOf): Promise<unknown> {
    return stateOf(this.views, subject, asOf);
  }

  /**
   * What was recorded about a subject after the one moment, up to and including the other, and what the views made of
   * it.
   *
   * @throws MomentsReversed when `to` comes before `from`; NotThereYet as any query.
   */
  async compare(
    subject: Subject,
    moments: { readonly from: KnownAt; readonly to: KnownAt },
    reader: Reader,
  ): Promise<Comparison> {
    const { basis: to, data: known } = await this.views.story.whole(subject, { knownAt: moments.to });
    const { basis: from } = await this.views.story.entries(subject, { limit: 1 }, { knownAt: moments.from });
    if (to.ordinal < from.ordinal) throw new MomentsReversed(from.ordinal, to.ordinal);
    const telling = await this.telling({ subject, known, basis: to }, reader);
    const [before, after] = await Promise.all([
      this.state(subject, { knownAt: { ordinal: from.ordinal }, validOn: to.validOn }),
      this.state(subject, { knownAt: { ordinal: to.ordinal }, validOn: to.validOn }),
    ]);
    return {
      subject,
      from,
      to,
      ...(await recordedBetween(known, from.ordinal, telling)),
      changed: difference(before, after, telling.names),
    };
  }

  private async telling(
    { subject, known, basis: { ordinal } }: { subject: Subject; known: readonly Told[]; basis: Basis },
    reader: Reader,
  ): Promise<Telling> {
    const programme = known.find(({ event }) => event.envelope.programme !== undefined)?.event.envelope.programme;
    const names = await namesOf(this.views, programme, { knownAt: { ordinal } });
    return { opener: this.opener, names, subject, ...reader };
  }
}
