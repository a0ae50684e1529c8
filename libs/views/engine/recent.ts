/**
 * Keeps what was used lately, within a size. What was not used while half of the room was filled anew goes; no list has
 * to be kept in order for that.
 */
export class Recent<Value> {
  private young = new Map<string, { readonly value: Value; readonly size: number }>();
  private old = new Map<string, { readonly value: Value; readonly size: number }>();
  private used = 0;

  /** @param room in the unit of the sizes that are given. */
  constructor(private readonly room: number) {}

  get(key: string): Value | undefined {
    const young = this.young.get(key);
    if (young) return young.value;
    const old = this.old.get(key);
    if (!old) return undefined;
    this.old.delete(key);
    this.put(key, old);
    return old.value;
  }

  set(key: string, value: Value, size: number): void {
    this.delete(key);
    this.put(key, { value, size });
  }

  delete(key: string): void {
    const young = this.young.get(key);
    if (young) this.used -= young.size;
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
    this.used = 0;
  }

  private put(key: string, entry: { readonly value: Value; readonly size: number }): void {
    this.young.set(key, entry);
    this.used += entry.size;
    if (this.used <= this.room / 2) return;
    this.old = this.young;
    this.young = new Map();
    this.used = 0;
  }
}
