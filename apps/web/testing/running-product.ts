import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Product, type Tokens, temporaryFolder } from '../../../test/support/product.ts';
import { openBrowser } from './browser.ts';

/** What a browser spec works with; there once its tests run. */
export interface RunningProduct {
  readonly browser: Browser;
  readonly url: string;
  readonly tokens: Tokens;
}

/** What the API says of something, with the token of the lead. */
export async function told<T>({ url, tokens }: RunningProduct, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${tokens.lead}` } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const { data } = (await response.json()) as { data: T };
  return data;
}

/** Minutes, on a machine that does more at the same time. */
const longest = 240_000;

/** The product with a worked example, and a browser, for the tests of one file. */
export function exampleProduct(name: string): RunningProduct {
  return runningProduct(name, '--example', 'regional-network');
}

/** The same with all five worked examples, and the programmes that follow on them. */
export function allExamples(name: string): RunningProduct {
  return runningProduct(name, '--example', 'all');
}

/** The product as it is on the first day, without anything in it, and a browser, for the tests of one file. */
export function emptyProduct(name: string): RunningProduct {
  return runningProduct(name, '--empty');
}

function runningProduct(name: string, ...args: string[]): RunningProduct {
  jest.setTimeout(longest);
  let folder: string | undefined;
  let running: RunningProduct | undefined;
  const now = () => {
    if (running === undefined) throw new Error('The product runs only while the tests do.');
    return running;
  };
  beforeAll(async () => {
    folder = await temporaryFolder(name);
    const started = await Product.start(join(folder, 'data'), ...args).ready();
    running = { ...started, browser: await openBrowser() };
  }, longest);
  afterAll(async () => {
    await running?.browser.close();
    await Product.stopAll();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }, longest);
  return {
    get browser() {
      return now().browser;
    },
    get url() {
      return now().url;
    },
    get tokens() {
      return now().tokens;
    },
  };
}
