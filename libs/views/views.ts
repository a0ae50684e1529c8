import type { Kysely } from 'kysely';
import { registry as ownViews } from './all-views.ts';
import { AttendanceQueries } from './attendance/queries.ts';
import { ChangeQueries } from './between/changes.ts';
import { CommitmentQueries } from './commitment/queries.ts';
import { carryFolds } from './database/carried.ts';
import { openViewsDatabase } from './database/database.ts';
import { migrate } from './database/migrations.ts';
import { Listener } from './database/session.ts';
import type { ViewsSchema } from './database/tables.ts';
import { DossierFigures } from './dossier/figures/queries.ts';
import { DossierQueries } from './dossier/queries.ts';
import type { ViewRegistry } from './engine/registry.ts';
import { Workbench } from './engine/workbench.ts';
import { GroupQueries } from './group/queries.ts';
import { ImportQueries } from './import/queries.ts';
import { progressChannel } from './index/entry.ts';
import { EventCache } from './index/event-cache.ts';
import { EventLoader, type LogReader } from './index/event-loader.ts';
import { type Head, readHead } from './index/indexer.ts';
import { isLong } from './index/long-log.ts';
import { MeetingQueries } from './meeting/queries.ts';
import { MissingFactsQueries } from './missing-facts/queries.ts';
import { NetworkQueries } from './network/queries.ts';
import { PledgeQueries } from './pledge/queries.ts';
import { ProgrammeQueries } from './programme/queries.ts';
import { SummaryQueries } from './programme-summary/queries.ts';
import { ProgressQueries } from './progress/queries.ts';
import type { AsOf, Basis } from './query/as-of.ts';
import { Reader, type Scope } from './query/reader.ts';
import { QuestionQueries } from './question/queries.ts';
import { OrganisationQueries } from './register/queries.ts';
import { LateFactsQueries } from './registration-lag/late-facts.ts';
import { RegistrationLagQueries } from './registration-lag/queries.ts';
import { StoryQueries } from './story/story.ts';
import { TakingPartQueries } from './taking-part/queries.ts';

export interface ViewsOptions {
  readonly databaseUrl: string;
  readonly log: LogReader;
  /** Told of a broken connection, which is replaced. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
  /** The moment it is, UTC; the clock of the machine when left out. */
  readonly now?: () => string;
  /** The views and their folds; those of this release when left out. */
  readonly registry?: ViewRegistry;
}

/** How long the first connection of the listener may take before it is not waited for, in milliseconds. */
const firstConnection = 2_000;

/** The read side of the product, for a server, a command line, a report: every query, as of any moment. */
export class Views {
  readonly programmes: ProgrammeQueries;
  readonly networks: NetworkQueries;
  readonly progress: ProgressQueries;
  readonly commitments: CommitmentQueries;
  readonly questions: QuestionQueries;
  readonly missingFacts: MissingFactsQueries;
  readonly summaries: SummaryQueries;
  readonly registrationLag: RegistrationLagQueries;
  readonly lateFacts: LateFactsQueries;
  readonly meetings: MeetingQueries;
  readonly attendance: AttendanceQueries;
  readonly groups: GroupQueries;
  readonly pledges: PledgeQueries;
  readonly dossier: DossierQueries;
  readonly dossierFigures: DossierFigures;
  readonly takingPart: TakingPartQueries;
  readonly organisations: OrganisationQueries;
  readonly imports: ImportQueries;
  readonly story: StoryQueries;
  /** What was recorded between two moments. */
  readonly between: ChangeQueries;

  private constructor(
    readonly db: Kysely<ViewsSchema>,
    readonly reader: Reader,
    readonly loader: EventLoader,
    readonly cache: EventCache,
    readonly log: LogReader,
    /** Tells whenever the index or a shard went on. */
    readonly changes: Listener,
    readonly registry: ViewRegistry,
    /** What the workers fold with. */
    readonly workbench: Workbench,
  ) {
    this.programmes = new ProgrammeQueries(reader);
    this.networks = new NetworkQueries(reader);
    this.progress = new ProgressQueries(reader);
    this.commitments = new CommitmentQueries(reader);
    this.questions = new QuestionQueries(reader);
    this.missingFacts = new MissingFactsQueries(reader);
    this.summaries = new SummaryQueries(reader);
    this.registrationLag = new RegistrationLagQueries(reader);
    this.lateFacts = new LateFactsQueries(reader);
    this.meetings = new MeetingQueries(reader);
    this.attendance = new AttendanceQueries(reader);
    this.groups = new GroupQueries(reader);
    this.pledges = new PledgeQueries(reader);
    this.dossier = new DossierQueries(reader);
    this.dossierFigures = new DossierFigures(reader);
    this.takingPart = new TakingPartQueries(reader);
    this.organisations = new OrganisationQueries(reader);
    this.imports = new ImportQueries(reader);
    this.story = new StoryQueries(reader, loader);
    this.between = new ChangeQueries(reader, loader, registry.views);
  }

  /** Opens the views of a database; makes the tables when they are not there. */
  static async open(options: ViewsOptions): Promise<Views> {
    const { databaseUrl, log, onTrouble = () => undefined, registry = ownViews } = options;
    const { db, atOneMoment } = openViewsDatabase(databaseUrl, onTrouble);
    const listener = new Listener(databaseUrl, progressChannel, onTrouble, (session) =>
      carryFolds(session, [...registry.byFold.keys()]),
    );
    const makeTables = () => migrate(db, registry.views, () => isLong(log));
    try {
      await makeTables();
      // From the first connection on nobody drops what this process reads; what was dropped until then is made again.
      await listener.next(0, firstConnection);
      await makeTables();
    } catch (error) {
      await listener.close();
      await db.destroy();
      throw error;
    }
    const cache = new EventCache();
    const now = options.now ?? (() => new Date().toISOString());
    const reader = new Reader({ atOneMoment, listener, registry, log, now });
    const workbench = new Workbench(databaseUrl, onTrouble);
    return new Views(db, reader, new EventLoader(log, cache), cache, log, listener, registry, workbench);
  }

  /** Only the basis: at which ordinal a question would be answered. */
  async basis(asOf: AsOf, scope: Scope): Promise<Basis> {
    const { basis } = await this.reader.read(asOf, scope, async () => undefined);
    return basis;
  }

  /** How far the index is; undefined before the first dispatcher ran. */
  head(): Promise<Head | undefined> {
    return readHead(this.db);
  }

  /** The native position of the last event in the index; undefined while it is empty. */
  async indexedTo(): Promise<bigint | undefined> {
    const head = await readHead(this.db);
    return head && head.position >= 0n ? head.position : undefined;
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await this.changes.close();
    await this.workbench.close();
    await this.db.destroy();
  }
}
