interface Names<One> {
  /** What it is called. */
  by(one: One): string;
  /** What is added where several are called alike. */
  or?(one: One): string;
}

/**
 * Each with what it is called on its lines: by its name; where several have that name, with what tells them apart; what is
 * alike even then gets a number, from the second on. So a figure of a report is found by its first three cells.
 */
export function toldApart<One>(all: readonly One[], { by, or }: Names<One>): (readonly [about: string, one: One])[] {
  const names = all.map(by);
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const taken = new Set(names.filter((name) => !shared.has(name)));
  return all.map((one) => {
    const name = by(one);
    if (!shared.has(name)) return [name, one];
    const longer = or ? `${name}, ${or(one)}` : name;
    let about = longer;
    for (let number = 2; taken.has(about); number += 1) about = `${longer} (${number})`;
    taken.add(about);
    return [about, one];
  });
}
