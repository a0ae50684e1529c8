import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { templates } from '#domain/template/templates';
import { productFolder } from '#log/release';

const folder = join(productFolder, 'docs', 'vormen');
const pages = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const document = JSON.parse(readFileSync(join(productFolder, 'docs', 'openapi.json'), 'utf8'));

/** Every part of a path that is a name, and not an id. */
const known = new Set(
  Object.keys(document.paths).flatMap((path) => path.split('/').filter((part) => !part.includes('{'))),
);

/** The layers of commitment are keys of the template, in the place of an id. */
const layers = new Set([...templates.values()].flatMap((template) => template.layers.map(({ key }) => key)));

function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`(?:GET |POST )?((?:…|\/)[^`\s]*)`/g)].map(([, path]) => path ?? '');
  return quoted.map((path) => path.replace(/\?.*$/, ''));
}

describe('the pages on the shapes of programme', () => {
  it('are there, one for each template', () => {
    const text = pages.map(([, page]) => page).join('\n');
    expect([...templates.keys()].filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
    expect(pages).toHaveLength(templates.size);
  });

  it.each(pages)('%s calls every command by its path in the product', (_, page) => {
    const paths = pathsIn(page);
    expect(paths.length).toBeGreaterThan(10);
    const parts = paths.flatMap((path) => path.split('/').filter((part) => /^[a-z]/.test(part)));
    expect(parts.filter((part) => !known.has(part) && !layers.has(part))).toEqual([]);
  });
});
