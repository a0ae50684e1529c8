import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productFolder } from '#log/release';
import { documentText, offlineDocument } from './offline-document.ts';

// After a change of the routes: npm run build && node dist/apps/server/openapi/write-document.js && npm run fix
await writeFile(join(productFolder, 'docs', 'openapi.json'), documentText(await offlineDocument()));
