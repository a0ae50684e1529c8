import type { Subject } from '#domain/kernel/subject';
import type { Role } from '#log/contract/envelope';
import { MomentsReversed, mustFollow } from '#views/between/period';
import type { Answer, AsOf, Basis, KnownAt } from '#views/query/as-of';
import { largestPage, type Page } from '#views/query/paging';
import type { StoryRequest } from '#views/story/story';
import type { Views } from '#views/views';
import { type RecordedBetween, recordedBetween } from './comparison/comparison.ts';
import { difference, type FieldChange } from './comparison/difference.ts';
import { type NamingViews, namesOf } from './names.ts';
import { type StateViews, stateOf } from './state.ts';
import { inLogOrder, type StoryLine, type Telling, type Told, tell } from './story/line.ts';
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

/** More was recorded in the period than one answer holds: the list of changes tells it page by page. */
export class PeriodTooLarge extends Error {
  override readonly name = 'PeriodTooLarge';
  readonly code = 'period-too-large';

  constructor(
    readonly events: number,
    readonly most: number,
  ) {
    super(`${events} events lie between these moments; at most ${most} are compared at once`);
  }
}

/** The most events of one comparison of a subject. */
const mostCompared = 2_000;

/** Stories in words, states at any moment, and what changed between two: for auditors. */
export class Stories {
  constructor(
    private readonly views: NamingViews & StateViews & Pick<Views, 'story' | 'basis'>,
    private readonly opener: Opener,
  ) {}

  /**
   * A page of the story of a subject as it was known at a moment, oldest first unless it says otherwise. What was corrected later than that
   * moment reads as it did then. Only the page is read, and what its words rest on.
   */
  async story(subject: Subject, request: StoryRequest, asOf: AsOf, reader: Reader): Promise<Answer<Page<StoryLine>>> {
    const { basis, data: page } = await this.views.story.entries(subject, request, asOf);
    const around = await this.around(page.items, basis.ordinal);
    const telling = await this.telling(subject, inLogOrder(around, page.items), { basis, reader });
    return { basis, data: { ...page, items: await tell(inLogOrder(around, page.items), telling, page.items) } };
  }

  /** What the views said of a subject; undefined when it was not known or has no view. */
  state(subject: Subject, asOf: AsOf): Promise<unknown> {
    return stateOf(this.views, subject, asOf);
  }

  /**
   * What was recorded about a subject after the one moment, up to and including the other, and what the views made of
   * it.
   *
   * @throws MomentsReversed when `to` comes before `from`; PeriodTooLarge; NotThereYet as any query.
   */
  async compare(
    subject: Subject,
    moments: { readonly from: KnownAt; readonly to: KnownAt },
    reader: Reader,
  ): Promise<Comparison> {
    mustFollow(moments.from, moments.to);
    const to = await this.views.basis({ knownAt: moments.to }, 'index');
    const from = await this.views.basis({ knownAt: moments.from }, 'index');
    if (to.ordinal < from.ordinal) throw new MomentsReversed(from.ordinal, to.ordinal);
    const fresh = await this.recorded(subject, from.ordinal, to.ordinal);
    const around = await this.around(fresh, to.ordinal);
    const telling = await this.telling(subject, inLogOrder(around, fresh), { basis: to, reader });
    const [before, after] = await Promise.all([
      this.state(subject, { knownAt: { ordinal: from.ordinal }, validOn: to.validOn }),
      this.state(subject, { knownAt: { ordinal: to.ordinal }, validOn: to.validOn }),
    ]);
    const programme = fresh[0]?.event.envelope.programme;
    return {
      subject,
      from,
      to,
      ...(await recordedBetween({ fresh, around }, telling)),
      changed: difference(before, after, telling.names(programme)),
    };
  }

  /** What the story gained between two ordinals. */
  private async recorded(subject: Subject, from: number, to: number): Promise<readonly Told[]> {
    const found: Told[] = [];
    let cursor: string | undefined;
    do {
      const asked = { after: from, limit: largestPage, cursor };
      const { data } = await this.views.story.entries(subject, asked, { knownAt: { ordinal: to } });
      if (data.total > mostCompared) throw new PeriodTooLarge(data.total, mostCompared);
      found.push(...data.items);
      cursor = data.next;
    } while (cursor !== undefined);
    return found;
  }

  private around(told: readonly Told[], ordinal: number): Promise<readonly Told[]> {
    return this.views.story.around(
      told.map(({ event }) => event),
      ordinal,
    );
  }

  private async telling(
    subject: Subject,
    known: readonly Told[],
    { basis, reader }: { basis: Basis; reader: Reader },
  ): Promise<Telling> {
    const events = known.map(({ event }) => event);
    return { opener: this.opener, names: await namesOf(this.views, events, basis), subject, ...reader };
  }
}
