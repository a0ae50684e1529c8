import { parse } from 'yaml';

/** A compose file as an object, with anchors and `<<` filled in: YAML 1.2 has no `<<` any more, but compose has. */
export function readCompose(text) {
  return parse(text, { merge: true });
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
