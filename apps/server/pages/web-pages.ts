import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

interface Variant {
  readonly body: Buffer;
  /** Left out for the file as it is. */
  readonly encoding?: 'br' | 'gzip';
}

interface WebFile {
  readonly type: string;
  /** The smallest first. */
  readonly variants: readonly Variant[];
  /** Its name changes with its content, so that it may be kept for ever. */
  readonly isHashed: boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What is no page: the API, its documentation and the figures for monitoring. */
const notPages = /^\/(v1|docs|metrics|assets)(\/|-|$)/;

/** Stricter than elsewhere: the pages have no inline styles or scripts and load from this host alone. */
const pageSecurity = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});

/**
 * Serves the pages that were built into `folder`: their files by name, and for every address of a page the same document,
 * which finds the page itself; one that ends with a slash leads to the address without it. All of it is read once: a few
 * hundred kilobytes, and no path can lead out of it.
 */
export function webPages(folder: string): RequestHandler {
  const files = readAll(folder);
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (request.path !== '/' && request.path.endsWith('/') && isPage(request))
      return response.redirect(308, withoutSlash(request));
    const file = files.get(request.path) ?? (isPage(request) ? files.get('/index.html') : undefined);
    if (file === undefined) return next();
    pageSecurity(request, response, () => send(file, request, response));
  };
}

/** Asked by a browser for a person; a program that asks for JSON gets the problem that it can read. */
function isPage(request: Request): boolean {
  if (notPages.test(request.path) || extname(request.path) !== '') return false;
  return request.path === '/' || request.accepts('application/json', 'text/html') === 'text/html';
}

/** The same address as it is written here. Never another host: a browser takes two slashes at the start for one. */
function withoutSlash({ path, originalUrl }: Request): string {
  const query = originalUrl.indexOf('?');
  return `/${path.replaceAll(/^[/\\]+|[/\\]+$/g, '')}${query === -1 ? '' : originalUrl.slice(query)}`;
}

function send(file: WebFile, request: Request, response: Response): void {
  const accepted = (variant: Variant) => variant.encoding === undefined || request.acceptsEncodings(variant.encoding);
  const variant = file.variants.find(accepted);
  if (variant === undefined) throw new Error('Every file has itself as a variant');
  response.set({
    'Content-Type': file.type,
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept, Accept-Encoding',
    ...(variant.encoding && { 'Content-Encoding': variant.encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : variant.body);
}

function readAll(folder: string): Map<string, WebFile> {
  const found = new Map<string, WebFile>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (type === undefined || !entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    found.set(path, { type, variants: variantsOf(file), isHashed: path.startsWith('/assets/') });
  }
  return found;
}

function variantsOf(file: string): Variant[] {
  const compressed = (['br', 'gzip'] as const).flatMap((encoding) => {
    const name = `${file}.${encoding === 'gzip' ? 'gz' : encoding}`;
    return existsSync(name) ? [{ encoding, body: readFileSync(name) }] : [];
  });
  return [...compressed, { body: readFileSync(file) }];
}
