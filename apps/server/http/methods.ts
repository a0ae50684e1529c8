/** The methods that a path knows; empty when there is no such path. */
export type AllowedMethods = (path: string) => string[];

interface Paths {
  readonly paths: Readonly<Record<string, object>>;
}

/** Reads the known paths from the OpenAPI document, so that the answer 405 and the documentation cannot differ. */
export function allowedMethodsOf(document: Paths): AllowedMethods {
  const known = Object.entries(document.paths).map(([path, operations]) => ({
    fits: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    methods: Object.keys(operations).map((method) => method.toUpperCase()),
  }));
  return (path) => [...new Set(known.filter(({ fits }) => fits.test(path)).flatMap(({ methods }) => methods))];
}
