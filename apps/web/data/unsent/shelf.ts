import * as z from 'zod/mini';

const unsent = z.object({
  /** The idempotency key: however often it is sent, it is recorded once. */
  key: z.string(),
  /** Who entered it: it is never sent in the name of another. */
  actor: z.string(),
  /** What it is called: the words on the button, and the page where that was. */
  what: z.string(),
  page: z.object({ title: z.string(), address: z.string() }),
  address: z.string(),
  content: z.unknown(),
  /** What stood in the form, to put it back when it is refused. */
  draft: z.optional(z.object({ place: z.string(), text: z.string() })),
  /** Why the API refused it. */
  refused: z.optional(z.array(z.string())),
});

/** A command that the API has not answered yet, or that it refused afterwards. */
export type Unsent = z.infer<typeof unsent>;

/** What of a browser's storage is used. */
export type Places = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'samenspel.unsent.';

/**
 * Commands that wait on this device, each in a place of its own: two tabs that put one at the same moment do not write over
 * each other. They survive a reload and a closed browser.
 */
export class Shelf {
  #last = 0;

  constructor(private readonly places: Places) {}

  /** Everything, in the order in which it was put. What cannot be read stays where it is. */
  all(): readonly Unsent[] {
    return this.#names().flatMap((name) => {
      const read = unsent.safeParse(parsed(this.places.getItem(name)));
      return read.success ? [read.data] : [];
    });
  }

  /**
   * Puts a command at the end. Exactly the same one that still waits is not put again.
   * @returns what is on the shelf now; undefined when this device keeps nothing
   */
  put(command: Unsent): Unsent | undefined {
    const same = this.all().find((each) => each.refused === undefined && isSame(each, command));
    if (same !== undefined) return same;
    this.#last = Math.max(Date.now(), this.#last + 1);
    return this.#write(`${prefix}${this.#last}.${command.key}`, command) ? command : undefined;
  }

  /** Keeps why it was refused. */
  refuse(key: string, reasons: readonly string[]): void {
    const [command] = this.all().filter((each) => each.key === key);
    const [name] = this.#named(key);
    if (command !== undefined && name !== undefined) this.#write(name, { ...command, refused: [...reasons] });
  }

  /** Takes it off: it was recorded, or dropped. */
  remove(key: string): void {
    for (const name of this.#named(key)) this.places.removeItem(name);
  }

  #named(key: string): string[] {
    return this.#names().filter((name) => name.endsWith(`.${key}`));
  }

  /** A moment in milliseconds has thirteen digits until the year 2286, so that the order of names is that of time. */
  #names(): string[] {
    const names = Array.from({ length: this.places.length }, (_, place) => this.places.key(place) ?? '');
    return names.filter((name) => name.startsWith(prefix)).sort();
  }

  #write(name: string, command: Unsent): boolean {
    try {
      this.places.setItem(name, JSON.stringify(command));
      return true;
    } catch {
      // A full or closed storage: the form has to keep it.
      return false;
    }
  }
}

function isSame(one: Unsent, other: Unsent): boolean {
  const content = ({ actor, address, content: told }: Unsent) => JSON.stringify([actor, address, told]);
  return content(one) === content(other);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
