import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { templates } from '#domain/template/templates';
import { productFolder } from '#log/release';

interface Schema {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

type Method = 'get' | 'post';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const folder = join(productFolder, 'docs', 'vormen');
const pages = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const openApi: OpenApi = JSON.parse(readFileSync(join(productFolder, 'docs', 'openapi.json'), 'utf8'));

/** The layers of commitment are keys of the template, in the place of an id. */
const layers = new Set([...templates.values()].flatMap((template) => template.layers.map(({ key }) => key)));

/** The path with every id as `{}`, whatever it is called; so is a layer that stands in its place. */
function templateOf(path: string): string {
  const parts = path.split('/').map((part) => (/^\{.*\}$/.test(part) ? '{}' : part));
  return parts.map((part, at) => (parts[at - 1] === 'commitments' && layers.has(part) ? '{}' : part)).join('/');
}

const operations = new Map(
  Object.entries(openApi.paths).map(([path, methods]) => [templateOf(path).replace(/^\/v1/, ''), methods]),
);

const known = (path: string, method: Method | undefined): boolean => {
  const methods = operations.get(templateOf(path));
  return methods !== undefined && (method === undefined || method in methods);
};

/** What an ellipsis may stand for: the address before it, and an item of the dossier. */
const wholeOf = (path: string, before: string): readonly string[] =>
  path.startsWith('…') ? [before, '/dossier-items/{stuk}'].map((start) => path.replace('…', start)) : [path];

/** Every path between backquotes that the product does not answer, in a paragraph or a row of a table. */
function unknownIn(block: string): string[] {
  let before = '/dossier-items/{stuk}';
  const quoted = [...block.matchAll(/`(?:(GET|POST) )?((?:…|\/)[^`\s]*)`/g)];
  return quoted.flatMap(([, method, path = '']) => {
    const plain = path.replace(/\?.*$/, '').replace(/^\/v1\//, '/');
    if (plain === '…' || plain === '/v1') return [];
    const whole = wholeOf(plain, before).find((one) => known(one, method?.toLowerCase() as Method | undefined));
    before = (whole ?? plain).replace(/\/[^/]*$/, '');
    return whole === undefined ? [path] : [];
  });
}

const blocksOf = (page: string) =>
  page
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n\n/)
    .flatMap((block) => (block.startsWith('|') ? block.split('\n') : [block]));

function schemaOf(operation: Operation | undefined): Schema | undefined {
  const schema = operation?.requestBody?.content['application/json']?.schema;
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : openApi.components.schemas[name];
}

describe('the pages on the shapes of programme', () => {
  it('are there, one for each template', () => {
    const text = pages.map(([, page]) => page).join('\n');
    expect([...templates.keys()].filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
    expect(pages).toHaveLength(templates.size);
  });

  it.each(pages)('%s calls every command by its whole path in the product', (_, page) => {
    const blocks = blocksOf(page);
    expect(page.match(/`(?:…|\/)[^`\s]*`/g)?.length).toBeGreaterThan(20);
    expect(blocks.flatMap(unknownIn)).toEqual([]);
  });

  it('are read strictly: a path of known parts that is no path of the product is found', () => {
    const wrong = '`/programmes/{programma}/intakes`, `…/team-goals`, `/trajectories/{deelname}/commitments/{laag}/…`';
    expect(unknownIn(wrong)).toEqual([
      '/programmes/{programma}/intakes',
      '/trajectories/{deelname}/commitments/{laag}/…',
    ]);
  });

  it.each(pages)('%s begins with one whole request: address, token and a body that is taken', (_, page) => {
    const [intro = ''] = page.split('\n## ');
    const [, path = '', headers = '', body = ''] =
      intro.match(/```http\nPOST \/v1(\S+)\n([\s\S]*?)\n\n([\s\S]*?)\n```/) ?? [];
    expect(headers).toContain('Authorization: Bearer <token>');
    expect(headers).toContain('Content-Type: application/json');
    const schema = schemaOf(operations.get(templateOf(path))?.post);
    const fields = Object.keys(JSON.parse(body));
    expect((schema?.required ?? ['a schema']).filter((field) => !fields.includes(field))).toEqual([]);
    expect(fields.filter((field) => !(field in (schema?.properties ?? {})))).toEqual([]);
  });
});
