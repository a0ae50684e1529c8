/** Runs a module of the product as the next release would: `next-release.js MODULE`. For tests alone. */
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./raised-version.js', import.meta.url);
await import(pathToFileURL(process.argv[2] ?? '').href);
