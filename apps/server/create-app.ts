import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { productFolder } from '#log/release';
import { appModule, type Outside } from './app.module.ts';
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
  app.use(
    app.get(ServerFigures).requests,
    standardHeaders,
    requestLog(logger),
    securityHeaders,
    webPages(pages),
    noTrailingSlash,
    contentTypes,
  );
  app.useBodyParser('json', { limit: bodyLimit, strict: false });
  app.useBodyParser('raw', { type: 'text/csv', limit: bodyLimit });
  const document = describeApi(app);
  app.get(ApiDocument).set(document);
  app.useGlobalFilters(new ProblemFilter(logger, allowedMethodsOf(document)));
  SwaggerModule.setup('docs', app, document, { raw: false, customSiteTitle: 'Samenspel: documentatie van de API' });
  await app.init();
  return app;
}
