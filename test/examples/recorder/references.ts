import type { Body, Value } from './step.ts';

/** The ids that the answers gave, by the names that the timeline uses for them. */
export class References {
  private readonly ids = new Map<string, string>();

  set(name: string, id: string): void {
    this.ids.set(name, id);
  }

  /** @throws Error when no step gave that name to an id. */
  get(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`No step gave {${name}}`);
    return id;
  }

  /** All names and ids, for tests. */
  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.ids);
  }

  /** The same text with every `{name}` replaced by its id. */
  fill(text: string): string {
    return text.replace(/\{([a-z0-9:/-]+)\}/g, (_, name: string) => this.get(name));
  }

  /** The same body with every `{name}` in its texts replaced by its id. */
  fillBody(body: Body): Body {
    return typeof body === 'string' ? this.fill(body) : this.object(body);
  }

  private object(body: { readonly [field: string]: Value }): { readonly [field: string]: Value } {
    return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, this.value(value)]));
  }

  private value(value: Value): Value {
    if (typeof value === 'string') return this.fill(value);
    if (Array.isArray(value)) return value.map((item: Value) => this.value(item));
    if (typeof value === 'object') return this.object(value as { readonly [field: string]: Value });
    return value;
  }
}
