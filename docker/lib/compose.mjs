import { parse } from 'yaml';

/** A compose file as an object, with anchors and `<<` filled in: YAML 1.2 has no `<<` any more, but compose has. */
export function readCompose(text) {
  return parse(text, { merge: true });
}

/** A compose file and what is laid over it with another `--file`: maps key by key, lists one after another. */
export function laidOver(below, above) {
  if (Array.isArray(below) && Array.isArray(above)) return [...new Set([...below, ...above])];
  if (!isMap(below) || !isMap(above)) return above;
  const both = Object.entries(above).map(([key, value]) => [key, key in below ? laidOver(below[key], value) : value]);
  return { ...below, ...Object.fromEntries(both) };
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
