#!/usr/bin/env node
/*
 * `npm run generate:client`: writes the types of the API's client from docs/openapi.json. With `--check` it writes
 * nothing and says whether the types still fit.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTs, { astToString } from 'openapi-typescript';
import { say } from './lib/language.mjs';
import { root } from './lib/run.mjs';
import { stop } from './lib/steps.mjs';

const target = join(root, 'apps', 'web', 'api', 'schema.d.ts');
const heading = '// Made from docs/openapi.json by `npm run generate:client`; changes by hand are lost.\n\n';
const document = JSON.parse(await readFile(join(root, 'docs', 'openapi.json'), 'utf8'));
const types = heading + astToString(await openapiTs(document));

if (!process.argv.includes('--check')) await writeFile(target, types);
else if ((await readFile(target, 'utf8').catch(() => '')) !== types) {
  stop({
    nl: 'apps/web/api/schema.d.ts past niet meer bij docs/openapi.json; maak het opnieuw met `npm run generate:client`.',
    en: 'apps/web/api/schema.d.ts no longer fits docs/openapi.json; make it again with `npm run generate:client`.',
  });
} else process.stdout.write(`${say({ nl: 'De types van de API kloppen.', en: 'The types of the API fit.' })}\n`);
