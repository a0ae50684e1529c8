import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { productFolder } from '#log/release';
import { documentText, offlineDocument } from './offline-document.ts';

let document: OpenAPIObject;
beforeAll(async () => {
  document = await offlineDocument();
});

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, unknown>>;
}

function operations(): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
}

describe('the OpenAPI document', () => {
  it('is the one in docs/openapi.json (after a change: node dist/apps/server/openapi/write-document.js)', async () => {
    const committed = await readFile(join(productFolder, 'docs', 'openapi.json'), 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(documentText(document)));
  });

  it('says of every route what it does and under which heading it stands', () => {
    const known = new Set(document.tags?.map(({ name }) => name));
    for (const { path, method, operation } of operations()) {
      expect([path, method, operation.summary]).toEqual([path, method, expect.any(String)]);
      expect([path, method, operation.tags?.every((tag) => known.has(tag))]).toEqual([path, method, true]);
    }
  });

  it('says of every route to one thing, questions and commands alike, that the thing may not be there', () => {
    for (const { path, operation } of operations())
      if (path.includes('{'))
        expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['404'])]);
  });

  /** Answered from elsewhere than the rows of the views, or about a period, or with bytes that name their own ordinal. */
  const otherwise = [
    /^\/v1\/(health|openapi\.json|metrics|live|changes|parked)/,
    /\/(changes|comparisons|figures-between|reports|report-runs)(\/|$)/,
  ];

  it('of every question to the views it says that it can be asked as of any moment, and that it answers with a basis', () => {
    const questions = operations().filter(
      ({ path, method, operation }) =>
        method === 'get' &&
        !otherwise.some((pattern) => pattern.test(path)) &&
        JSON.stringify(operation.responses['200'] ?? {}).includes('BasisDto'),
    );
    expect(questions.length).toBeGreaterThan(20);
    for (const { path, operation } of questions) {
      const names = operation.parameters?.map(({ name }) => name) ?? [];
      const asked = ['knownAt', 'validOn', 'minPosition'].filter((name) => names.includes(name));
      expect([path, asked]).toEqual([path, ['knownAt', 'validOn', 'minPosition']]);
    }
  });

  it('keeps to the rules: version first, kebab case, no trailing slash, one operation id each', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path } of operations()) expect(path).toMatch(/^\/v1(\/([a-z][a-z0-9.]*(-[a-z0-9]+)*|\{\w+\}))+$/);
  });
});
