import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product: the same for the sources and for what is built from them. */
export const productFolder = findProductFolder(dirname(fileURLToPath(import.meta.url)));

/** The release that writes, as package.json says it; it stands in the envelope of every event. */
export const release: string = JSON.parse(readFileSync(join(productFolder, 'package.json'), 'utf8')).version;

function findProductFolder(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The product is not in a folder with a package.json');
  return findProductFolder(parent);
}
