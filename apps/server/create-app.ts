import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { productFolder } from '#log/release';
import { appModule, type Outside } from './app.module.ts';
import { attempts } from './application-forms/attempts.ts';
import { contentTypes, noTrailingSlash, securityHeaders, standardHeaders } from './http/conventions.ts';
import { allowedMethodsOf } from './http/methods.ts';
import { NestLogger } from './http/nest-logger.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { requestLog } from './http/request-log.ts';
import { ServerFigures } from './metrics/server-figures.ts';
import { ApiDocument } from './openapi/api-document.ts';
import { describeApi } from './openapi/document.ts';
import { webPages } from './pages/web-pages.ts';

const bodyLimit = 1024 * 1024;
/** For what comes in by a form or a link: two texts of 10,000 characters in letters of three bytes, and what goes with them. */
const openBodyLimit = 64 * 1024;

/** Where `npm run build` leaves the web pages. */
const builtPages = join(productFolder, 'dist', 'web');

/**
 * The whole HTTP application, ready to listen. It starts without engines and says 503 until they are connected.
 * @param pages the folder of the web pages, as they were built
 */
export async function createApp(outside: Outside, logger: Logger, pages = builtPages): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(appModule(outside), {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  goByLetters(app);
  app.use(
    app.get(ServerFigures).requests,
    standardHeaders,
    requestLog(logger),
    securityHeaders,
    webPages(pages),
    noTrailingSlash,
    attempts(),
    contentTypes,
  );
  app.useBodyParser('json', { type: isOpen, limit: openBodyLimit, strict: false });
  app.useBodyParser('json', { limit: bodyLimit, strict: false });
  app.useBodyParser('raw', { type: 'text/csv', limit: bodyLimit });
  const document = describeApi(app);
  app.get(ApiDocument).set(document);
  app.useGlobalFilters(new ProblemFilter(logger, allowedMethodsOf(document)));
  SwaggerModule.setup('docs', app, document, { raw: false, customSiteTitle: 'Samenspel: documentatie van de API' });
  await app.init();
  return app;
}

/**
 * What looks at a path before a route does (limits, methods, pages) goes by its letters, and so must the routes. Nest makes
 * the router before it can be told `case sensitive routing`; what is registered from now on goes by this.
 */
function goByLetters(app: NestExpressApplication): void {
  Object.assign(app.getHttpAdapter().getInstance().router, { caseSensitive: true });
}

/**
 * Takes the word of these proxies for who sent a request. Open forms hold back who sends too much: without it, everybody
 * behind a proxy is one sender.
 *
 * @throws TypeError when one of them is no address or network.
 */
export function trustProxies(app: NestExpressApplication, proxies: readonly string[]): void {
  if (proxies.length > 0) app.set('trust proxy', proxies);
}

/** Sent without anybody having signed in. By the path that routes go by, for the address as it was sent may name a host. */
function isOpen(request: IncomingMessage & { path?: string }): boolean {
  return /^\/v1\/(public|participation)\//.test(request.path ?? '');
}
