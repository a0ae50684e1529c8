import type pg from 'pg';

/** Rows for a table, in the text format of COPY. */
export interface Copy {
  /** The table and its columns: `views.row_progress_3 (key, row)`. */
  readonly into: string;
  /** In pieces that follow each other; a row may begin in one and end in the next. */
  readonly rows: readonly Buffer[];
}

/**
 * A statement that is run all the time, each time with other values: PostgreSQL works out how once for each connection,
 * which is most of what a small statement costs it.
 */
export interface Prepared {
  /** With $1, $2 and so on in the place of the values, of which there may be none. */
  readonly prepared: string;
  /** The types of these, in order. */
  readonly types: readonly string[];
  /** The values, in order, as they stand in a statement. */
  readonly values: readonly string[];
}

export type ScriptStep = string | Copy | Prepared;

/**
 * Runs statements, and rows that are copied in between, in one round trip: everything leaves in one write, without
 * waiting for the word to begin, which PostgreSQL's protocol allows. When one fails, what follows it is not run, and the
 * rows that were meant for it are passed over. Gives what each `selectJson` among the statements selected.
 *
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
 *
 * @throws the error of the first statement that failed.
 */
export function runScript(client: pg.ClientBase, steps: readonly ScriptStep[]): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    client.query(new Script(steps, (error, selected) => (error ? reject(error) : resolve(selected))));
  });
}

/** A query as a step of a script: each row comes as one object. */
export function selectJson(query: string): string {
  return `SELECT row_to_json(one) FROM (${query}) one`;
}

type Told = (error: Error | null, selected: unknown[][]) => void;

/** What the driver calls of a query that speaks for itself. */
class Script implements pg.Submittable {
  private readonly selected: unknown[][] = [];

  private names: KnownStatements | undefined;

  constructor(
    private readonly steps: readonly ScriptStep[],
    /** Under this name the driver takes it over when a query has a time limit. */
    public callback: Told,
  ) {}

  submit(connection: pg.Connection): void {
    const names = KnownStatements.on(connection);
    this.names = names;
    const statements = this.steps.flatMap((step) => statementsOf(step, names));
    const messages = [...message('Q', Buffer.from(`${statements.join(';\n')}\0`, 'utf8'))];
    for (const step of this.steps) {
      if (typeof step === 'string' || !('rows' in step)) continue;
      for (const piece of step.rows) messages.push(...message('d', piece));
      messages.push(...message('c', nothing));
    }
    // Small ones leave together; what is large is not copied once more for that.
    connection.stream.cork();
    for (const part of messages) connection.stream.write(part);
    connection.stream.uncork();
  }

  handleRowDescription(): void {
    this.selected.push([]);
  }

  handleDataRow({ fields: [field] }: { fields: (string | null)[] }): void {
    this.selected.at(-1)?.push(JSON.parse(field ?? 'null'));
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void {
    return;
  }

  /** The next statement follows by itself. */
  handleCommandComplete(): void {
    return;
  }

  /** Nothing was asked, and nothing comes. */
  handleEmptyQuery(): void {
    return;
  }

  handleError(error: Error): void {
    this.names?.forgetNew();
    this.callback(error, []);
  }

  handleReadyForQuery(): void {
    this.names?.keepNew();
    this.callback(null, this.selected);
  }
}

const lengthBytes = 4;
const nothing = Buffer.alloc(0);

function message(kind: 'Q' | 'd' | 'c', content: Buffer): Buffer[] {
  const header = Buffer.allocUnsafe(1 + lengthBytes);
  header.write(kind, 0, 'latin1');
  header.writeInt32BE(lengthBytes + content.length, 1);
  return content.length === 0 ? [header] : [header, content];
}

/** What was prepared on a connection, by its text. */
class KnownStatements {
  private static readonly all = new WeakMap<pg.Connection, KnownStatements>();
  private readonly known = new Map<string, string>();
  private fresh: string[] = [];
  private last = 0;

  static on(connection: pg.Connection): KnownStatements {
    const names = KnownStatements.all.get(connection) ?? new KnownStatements();
    KnownStatements.all.set(connection, names);
    return names;
  }

  get(text: string): string | undefined {
    return this.known.get(text);
  }

  add(text: string): string {
    this.last += 1;
    const name = `script_${this.last}`;
    this.known.set(text, name);
    this.fresh.push(text);
    return name;
  }

  keepNew(): void {
    this.fresh = [];
  }

  /** The script failed, perhaps before they were prepared: they are prepared again, under other names. */
  forgetNew(): void {
    for (const text of this.fresh) this.known.delete(text);
    this.fresh = [];
  }
}

function statementsOf(step: ScriptStep, names: KnownStatements): string[] {
  if (typeof step === 'string') return [step];
  if ('into' in step) return [`COPY ${step.into} FROM STDIN`];
  const { prepared, types, values } = step;
  const known = names.get(prepared);
  const name = known ?? names.add(prepared);
  const preparing = known ? [] : [`PREPARE ${name}${inBrackets(types)} AS ${prepared}`];
  return [...preparing, `EXECUTE ${name}${inBrackets(values)}`];
}

/** PostgreSQL takes no empty brackets. */
function inBrackets(list: readonly string[]): string {
  return list.length === 0 ? '' : ` (${list.join(', ')})`;
}
