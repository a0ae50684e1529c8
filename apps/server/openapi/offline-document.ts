import type { OpenAPIObject } from '@nestjs/swagger';
import { pino } from 'pino';
import { TokenAuthority } from '#identity/token-authority';
import { createApp } from '../create-app.ts';
import { Engines } from '../engines.ts';
import { ApiDocument } from './api-document.ts';

/** The OpenAPI document without any engine: what the routes say of themselves. */
export async function offlineDocument(): Promise<OpenAPIObject> {
  const tokens = new TokenAuthority({ id: 'none', secret: new Uint8Array(32) });
  const app = await createApp({ tokens, engines: new Engines() }, pino({ level: 'silent' }));
  try {
    return app.get(ApiDocument).get();
  } finally {
    await app.close();
  }
}

/** The text of the copy in `docs/openapi.json`. */
export function documentText(document: OpenAPIObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
