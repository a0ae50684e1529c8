import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { validate as isUuid } from 'uuid';
import { derivedId } from '#commands/ids';
import type { ImportCommand, ReadApplication } from '#domain/import/commands';
import { importing } from '#domain/import/decider';
import type { Refusal } from '#domain/kernel/decision';
import type { CommandMeta } from '#log/contract/envelope';
import { readHead } from '#views/index/indexer';
import { encodePosition } from '#views/query/position-token';
import { ChangeImport } from '../commands/commands.ts';
import { refusal } from '../commands/reply.interceptor.ts';
import type { Reply } from '../commands/reply.ts';
import { Engines } from '../engines.ts';
import { type FieldError, fieldError, type Problem, problem } from '../http/problem.ts';
import { headingOf, readApplications } from './applications.ts';
import type { DryRunDto } from './import.dto.ts';
import { at } from './read-csv.ts';

type AcceptImport = Extract<ImportCommand, { type: 'accept-import' }>;

/** Files with applications: checked whole, then one event, or nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly bus: CommandBus,
    private readonly engines: Engines,
  ) {}

  /** @throws Problem 422 `import-refused` with everything that is wrong, by line. */
  async take(programme: string, bytes: Uint8Array, meta: CommandMeta): Promise<Reply> {
    const { command, errors } = await this.read(programme, bytes, meta);
    if (errors.length > 0) throw told(errors, await this.refusalOf(command, errors));
    const outcome = await this.bus.execute(new ChangeImport(command.import, command, meta));
    if (outcome.outcome === 'refused') throw told([], outcome.refusal);
    return { id: command.import, outcome };
  }

  /** The same without recording anything. @throws as `take`. */
  async check(programme: string, bytes: Uint8Array, meta: CommandMeta): Promise<DryRunDto> {
    const { command, errors } = await this.read(programme, bytes, meta);
    const of = await this.refusalOf(command, errors);
    if (of || errors.length > 0) throw told(errors, of);
    return { dryRun: true, sha256: command.sha256, rows: command.rows.length };
  }

  private async read(programme: string, bytes: Uint8Array, meta: CommandMeta) {
    const file = readApplications(bytes);
    const { rows, errors } = await this.withNetworkIds(programme, file.rows);
    const of = { import: derivedId(meta.commandId, 'import'), programme, kind: 'applications' } as const;
    const command: AcceptImport = { type: 'accept-import', at: meta.at, ...of, sha256: file.sha256, rows };
    return { command, errors: [...file.errors, ...errors] };
  }

  /**
   * People write a network's name. One that the programme does not have is left for the domain to refuse; one that it
   * has twice is an error here, so that nobody is put in the wrong network.
   */
  private async withNetworkIds(programme: string, rows: readonly ReadApplication[]) {
    if (rows.every(({ network }) => isUuid(network))) return { rows: [...rows], errors: [] };
    const { networks } = this.engines.parts.views;
    const { data } = await networks.all(programme, { minPosition: await this.endOfLog() });
    const named = (written: string) => data.filter(({ name }) => name.toLowerCase() === written.toLowerCase());
    const ambiguous = rows.filter(({ network }) => named(network).length > 1);
    return {
      rows: rows.map((row) => ({ ...row, network: named(row.network)[0]?.network ?? row.network })),
      errors: ambiguous.map(({ line, network: name }) =>
        at(line, fieldError('netwerk', 'network-ambiguous', { name })),
      ),
    };
  }

  /** Where the views must have come to know every network: one that was opened a moment ago must not be refused. */
  private async endOfLog(): Promise<string | undefined> {
    const { log, views } = this.engines.parts;
    const head = await readHead(views.db);
    let end = head?.position;
    for await (const { position } of log.readAll(head && head.position >= 0n ? { after: head.position } : {})) {
      end = position;
    }
    return end === undefined || end < 0n ? undefined : encodePosition(log.id, end);
  }

  /**
   * What the domain has against it, told together with the errors of the table so that a file has to be mended only
   * once. A file of which no line could be read has only the errors of its table.
   */
  private async refusalOf(command: AcceptImport, errors: readonly FieldError[]): Promise<Refusal | undefined> {
    if (errors.length > 0 && command.rows.length === 0) return undefined;
    const context = await this.engines.parts.contexts.ofImport(command, importing.initial);
    const decision = importing.decide(command, importing.initial, context);
    return decision.outcome === 'refused' ? decision.refusal : undefined;
  }
}

/** All errors by line, told in the headings of the file, each cell once. */
function told(errors: readonly FieldError[], of?: Refusal): Problem {
  // A refusal that is about no line, such as a programme that does not exist, stands for the whole file.
  if (of && !of.details) return refusal({ outcome: 'refused', refusal: of }, { id: String(of.data['programme']) });
  const known = new Set(errors.map(({ line, field }) => `${line} ${field}`));
  const added = (of?.details ?? [])
    .map((detail) => ({ ...detail, field: headingOf[detail.field] ?? detail.field }))
    .filter(({ line, field }) => !known.has(`${line} ${field}`));
  const all = [...errors, ...added].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return problem(422, 'import-refused', {}, { errors: all });
}
