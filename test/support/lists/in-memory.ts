import { type CommitmentItem, commitmentItemOf } from '#views/commitment/item';
import type { CommitmentFilter, CommitmentRequest } from '#views/commitment/queries';
import { commitmentView } from '#views/commitment/view';
import { rankIn } from '#views/lists/organisations';
import { meetingView, missingOf } from '#views/meeting/view';
import { type MissingFact, missingFactOfMeeting, missingOfTrajectory } from '#views/missing-facts/item';
import type { MissingFactsFilter, MissingFactsRequest } from '#views/missing-facts/queries';
import { programmeView } from '#views/programme/view';
import type { ProgressItem } from '#views/progress/item';
import type { ProgressRequest } from '#views/progress/queries';
import { progressView } from '#views/progress/view';
import type { AsOf } from '#views/query/as-of';
import { plain } from '#views/query/plain';
import type { Snapshot } from '#views/query/snapshot';
import type { QuestionFilter, QuestionRequest } from '#views/question/queries';
import { type Said, saidOn } from '#views/question/said';
import { type QuestionRow, questionView } from '#views/question/view';
import type { NamedOrganisation, Register } from '#views/register/register';
import { standingView } from '#views/standing/view';
import type { Views } from '#views/views';
import { by, organisationFits } from './choosing.ts';
import { everyTrajectory, orderOfTrajectories, trajectoryFits } from './trajectories.ts';

type Put = QuestionRow & { readonly now: Said; readonly named: NamedOrganisation };

/** Everything that is known at a moment, computed from all rows: what a list that is chosen in SQL must come to. */
export class InMemory {
  constructor(
    private readonly views: Views,
    private readonly asOf: AsOf,
    private readonly programme: string | undefined,
  ) {}

  trajectories({ filter = {}, sort = 'name' }: ProgressRequest): Promise<ProgressItem[]> {
    return this.read(async (snapshot, register) => {
      const all = await everyTrajectory(snapshot, this.programme);
      return all
        .filter((one) => trajectoryFits(one, filter))
        .sort(orderOfTrajectories(sort, register))
        .map(({ item }) => item);
    });
  }

  commitments({ filter = {}, sort = 'name' }: CommitmentRequest): Promise<CommitmentItem[]> {
    return this.read(async (snapshot, register) => {
      const { validOn } = snapshot.basis;
      const trajectories = new Map((await snapshot.rows(progressView)).map((row) => [row.trajectory, row]));
      const items = (await snapshot.rows(commitmentView, this.programme)).flatMap((row) => {
        const trajectory = trajectories.get(row.trajectory);
        return trajectory ? [{ item: commitmentItemOf(row, trajectory, { register, validOn }), trajectory }] : [];
      });
      return items
        .filter(({ item, trajectory }) => item.facts.length > 0 && commitmentFits(item, filter, trajectory.network))
        .map(({ item }) => item)
        .sort(
          by<CommitmentItem>(sort, {
            name: (item) => rankIn(register, item.organisation.id),
            due: (item) => item.due ?? '9999-12-31',
            second: (item) => rankIn(register, item.organisation.id),
            id: (item) => `${item.trajectory}/${item.layer}`,
          }),
        );
    });
  }

  questions({ filter = {}, sort = 'name' }: QuestionRequest): Promise<object[]> {
    return this.read(async (snapshot, register) => {
      const all = (await snapshot.rows(questionView)).flatMap((row): Put[] => {
        const now = saidOn(row.said, snapshot.basis.validOn);
        return now ? [{ ...row, now, named: register.named(row.organisation) }] : [];
      });
      return all
        .filter(
          (row) => (this.programme === undefined || row.programme === this.programme) && questionFits(row, filter),
        )
        .sort(
          by<Put>(sort, {
            name: (row) => rankIn(register, row.organisation),
            since: (row) => row.said[0]?.on ?? '',
            category: (row) => row.now.category,
            second: (row) => rankIn(register, row.organisation),
            id: (row) => row.question,
          }),
        )
        .map((row) => ({
          question: row.question,
          organisation: row.named,
          category: row.now.category,
          tags: row.now.tags,
          since: row.said[0]?.on,
          alike: {
            category: others(all, row, (other) => other.now.category === row.now.category),
            tags: others(all, row, (other) => other.now.tags.some((tag) => row.now.tags.includes(tag))),
          },
        }));
    });
  }

  missing({ filter = {}, sort = 'since' }: MissingFactsRequest): Promise<MissingFact[]> {
    return this.read(async (snapshot, register) => {
      const all = await this.everythingMissing(snapshot, register);
      return all
        .filter((one) => missingFits(one, filter))
        .sort(
          by<(typeof all)[number]>(sort, {
            since: ({ fact }) => fact.since,
            name: ({ fact }) => rankIn(register, fact.organisation?.id ?? ''),
            kind: ({ fact }) => fact.kind,
            second: ({ fact }) => rankIn(register, fact.organisation?.id ?? ''),
            id: ({ id }) => id,
          }),
        )
        .map(({ fact }) => fact);
    });
  }

  private async everythingMissing(snapshot: Snapshot, register: Register): Promise<FoundMissing[]> {
    const { validOn } = snapshot.basis;
    const programmes = new Map((await snapshot.rows(programmeView)).map((row) => [row.programme, row]));
    const isNow = ({ from, until }: { from: string; until: string | null }) =>
      from <= validOn && (until === null || validOn < until);
    const around = (id: string) => {
      const programme = programmes.get(id);
      return programme ? [{ programme, validOn }] : [];
    };
    const ofTrajectories = (await snapshot.rows(standingView, this.programme)).flatMap((row) =>
      row.missing.flatMap((one, index) =>
        around(row.programme)
          .filter(() => isNow(one))
          .map((rest) => ({
            id: `trajectory:${row.trajectory}:${index + 1}`,
            fact: missingOfTrajectory(one, row, { ...rest, organisation: register.named(row.organisation) }),
          })),
      ),
    );
    const ofMeetings = (await snapshot.rows(meetingView, this.programme)).flatMap((row) =>
      missingOf(row).flatMap((one, index) =>
        around(row.programme)
          .filter(() => isNow(one))
          .map((rest) => ({
            id: `meeting:${row.meeting}:${index + 1}`,
            fact: missingFactOfMeeting(one, row, rest),
            title: row.title,
          })),
      ),
    );
    return [...ofTrajectories, ...ofMeetings];
  }

  private async read<T>(read: (snapshot: Snapshot, register: Register) => Promise<T>): Promise<T> {
    const answer = await this.views.reader.read(this.asOf, 'everything', async (snapshot) =>
      read(snapshot, await snapshot.register()),
    );
    return answer.data;
  }
}

function others(all: readonly Put[], one: Put, isAlike: (other: Put) => boolean): number {
  const alike = all.filter(
    (other) => other.programme === one.programme && other.trajectory !== one.trajectory && isAlike(other),
  );
  return new Set(alike.map(({ trajectory }) => trajectory)).size;
}

function commitmentFits(item: CommitmentItem, filter: CommitmentFilter, network: string | null): boolean {
  const { layer, step, trajectory, late } = filter;
  return (
    organisationFits(item.organisation, filter) &&
    (filter.network === undefined || network === filter.network) &&
    (layer === undefined || item.layer === layer) &&
    (step === undefined || item.commitment.step === step) &&
    (trajectory === undefined || item.trajectory === trajectory) &&
    (late === undefined || (item.late !== null) === late)
  );
}

function questionFits({ named, trajectory, now }: Put, filter: QuestionFilter): boolean {
  return (
    organisationFits(named, filter) &&
    (filter.trajectory === undefined || trajectory === filter.trajectory) &&
    (filter.category === undefined || now.category === filter.category) &&
    (filter.tag === undefined || now.tags.some((tag) => tag.includes(filter.tag ?? '')))
  );
}

/** With the title, where it is of a meeting. */
interface FoundMissing {
  readonly id: string;
  readonly fact: MissingFact;
  readonly title?: string;
}

function missingFits({ fact, title }: FoundMissing, filter: MissingFactsFilter): boolean {
  const { search, province } = filter;
  const isTitled = search !== undefined && province === undefined && plain(title ?? '').includes(plain(search));
  return (
    (organisationFits(fact.organisation, filter) || isTitled) &&
    (filter.network === undefined || fact.network === filter.network) &&
    (filter.kind === undefined || fact.kind === filter.kind) &&
    (filter.days === undefined || fact.days >= filter.days)
  );
}
