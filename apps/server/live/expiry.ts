/** The longest that a timer can be set, in milliseconds: not quite 25 days. A token may be good for longer. */
const longest = 2 ** 31 - 1;

/** Does something at a moment, however far away. Gives what calls it off. */
export function at(moment: Date, then: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = moment.getTime() - Date.now();
    timer = left > longest ? setTimeout(wait, longest) : setTimeout(then, Math.max(0, left));
  };
  wait();
  return () => clearTimeout(timer);
}
