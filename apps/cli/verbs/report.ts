import { writeFile } from 'node:fs/promises';
import { codesOf } from '../terminal/codes.ts';
import { CliError } from '../terminal/failure.ts';
import { line } from '../terminal/output.ts';
import { Api, type Target } from './api.ts';

export interface ReportOptions extends Target {
  readonly on?: string;
  readonly ordinal?: string;
  readonly format: 'json' | 'csv';
  readonly out?: string;
}

/** Standard output; it may be led into a file. */
type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/**
 * `samenspel report PROGRAMME`: the management report, byte for byte as the server gave it, to a file, a program or the screen;
 * a screen gets no byte order mark.
 */
export async function report(
  programme: string,
  options: ReportOptions,
  screen: Screen = process.stdout,
): Promise<void> {
  const api = await Api.open(options, 'reporter');
  const { text, headers } = await api.ask({
    path: `/v1/programmes/${encodeURIComponent(programme)}/reports/management`,
    query: { format: options.format, on: options.on, ordinal: options.ordinal },
    accept: options.format === 'csv' ? 'text/csv' : 'application/json',
  });
  if (options.out === undefined) {
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    screen.write(screen.isTTY ? whole : withByteOrderMark(whole, headers));
    return;
  }
  await writeFile(options.out, withByteOrderMark(text, headers)).catch((cause: unknown) => {
    throw cannotBeWritten(options.out ?? '', cause);
  });
  line({ nl: `Geschreven: ${options.out}`, en: `Written: ${options.out}` });
}

/** Decoding a body as text drops the mark by which spreadsheets recognise UTF-8; in the file it must stand. */
function withByteOrderMark(text: string, headers: Headers): string {
  const isCsv = headers.get('content-type')?.startsWith('text/csv') ?? false;
  return isCsv && !text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}

const reasons = [
  {
    codes: ['ENOENT', 'ENOTDIR', 'EISDIR'],
    nl: 'de map is er niet, of het is zelf een map',
    en: 'its folder is not there, or it is a folder itself',
  },
  {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    nl: 'deze gebruiker mag daar niet schrijven',
    en: 'this user may not write there',
  },
];

/** A full disk has a sentence of its own. */
function cannotBeWritten(file: string, cause: unknown): unknown {
  const codes = codesOf(cause);
  const said = reasons.find((reason) => codes.some((code) => reason.codes.includes(code)));
  if (!said) return cause;
  const sentence = {
    nl: `Het bestand ${file} kan niet worden gemaakt: ${said.nl}.`,
    en: `The file ${file} cannot be made: ${said.en}.`,
  };
  return new CliError(sentence, 1, { cause });
}
