import { createRequire } from 'node:module';

// The parser of YAML comes with @nestjs/swagger, which needs it when it runs; found by way of it, wherever npm put it.
const { load } = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'))('js-yaml');

/** A compose file as an object, with anchors and `<<` filled in. */
export function readCompose(text) {
  return load(text);
}

/** The value with `${NAME:-default}` as if no variable were set, and `$$` as a dollar. */
export function interpolated(value) {
  return String(value).replace(/\$\$|\$\{(\w+)(?::-([^}]*))?\}/g, (whole, _name, otherwise) =>
    whole === '$$' ? '$' : (otherwise ?? ''),
  );
}

/** The environment of a service, as the container gets it. */
export function environmentOf(service) {
  const entries = Object.entries(service.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolated(value)]));
}
