import type { Kysely } from 'kysely';
import { registry } from './all-views.ts';
import { CommitmentQueries } from './commitment/queries.ts';
import { openViewsDatabase } from './database/database.ts';
import { migrate } from './database/migrations.ts';
import { Listener } from './database/session.ts';
import type { ViewsSchema } from './database/tables.ts';
import { GroupQueries } from './group/queries.ts';
import { ImportQueries } from './import/queries.ts';
import { progressChannel } from './index/entry.ts';
import { EventCache } from './index/event-cache.ts';
import { EventLoader, type LogReader } from './index/event-loader.ts';
import { readHead } from './index/indexer.ts';
import { MeetingQueries } from './meeting/queries.ts';
import { NetworkQueries } from './network/queries.ts';
import { ProgrammeQueries } from './programme/queries.ts';
import { ProgressQueries } from './progress/queries.ts';
import type { AsOf, Basis } from './query/as-of.ts';
import { Reader, type Scope } from './query/reader.ts';
import { OrganisationQueries } from './register/queries.ts';
import { StoryQueries } from './story/story.ts';

export interface ViewsOptions {
  readonly databaseUrl: string;
  readonly log: LogReader;
  /** Told of a broken connection, which is replaced. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
  /** The moment it is, UTC; the clock of the machine when left out. */
  readonly now?: () => string;
}

/** The read side of the product, for a server, a command line, a report: every query, as of any moment. */
export class Views {
  readonly programmes: ProgrammeQueries;
  readonly networks: NetworkQueries;
  readonly progress: ProgressQueries;
  readonly commitments: CommitmentQueries;
  readonly meetings: MeetingQueries;
  readonly groups: GroupQueries;
  readonly organisations: OrganisationQueries;
  readonly imports: ImportQueries;
  readonly story: StoryQueries;

  private constructor(
    readonly db: Kysely<ViewsSchema>,
    readonly reader: Reader,
    readonly loader: EventLoader,
    readonly cache: EventCache,
    readonly log: LogReader,
    /** Tells whenever the index or a shard went on. */
    readonly changes: Listener,
  ) {
    this.programmes = new ProgrammeQueries(reader);
    this.networks = new NetworkQueries(reader);
    this.progress = new ProgressQueries(reader);
    this.commitments = new CommitmentQueries(reader);
    this.meetings = new MeetingQueries(reader);
    this.groups = new GroupQueries(reader);
    this.organisations = new OrganisationQueries(reader);
    this.imports = new ImportQueries(reader);
    this.story = new StoryQueries(reader, loader);
  }

  /** Opens the views of a database; makes the tables when they are not there. */
  static async open(options: ViewsOptions): Promise<Views> {
    const { databaseUrl, log, onTrouble = () => undefined } = options;
    const db = openViewsDatabase(databaseUrl, onTrouble);
    try {
      await migrate(db, registry.views);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    const cache = new EventCache();
    const listener = new Listener(databaseUrl, progressChannel, onTrouble);
    const now = options.now ?? (() => new Date().toISOString());
    const reader = new Reader({ db, listener, folds: registry.folds, now });
    return new Views(db, reader, new EventLoader(log, cache), cache, log, listener);
  }

  /** Only the basis: at which ordinal a question would be answered. */
  async basis(asOf: AsOf, scope: Scope): Promise<Basis> {
    const { basis } = await this.reader.read(asOf, scope, async () => undefined);
    return basis;
  }

  /** The native position of the last event in the index; undefined while it is empty. */
  async indexedTo(): Promise<bigint | undefined> {
    const head = await readHead(this.db);
    return head && head.position >= 0n ? head.position : undefined;
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await this.changes.close();
    await this.db.destroy();
  }
}
