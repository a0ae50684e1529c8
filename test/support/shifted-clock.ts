const offset = 'SAMENSPEL_TEST_CLOCK_AHEAD_MS';

const hook = `
  const real = Date.now, ahead = Number(process.env.${offset});
  const now = () => real() + ahead;
  globalThis.Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
    static now() { return now(); }
  };`;

/** For the environment of a process that is to live ahead of the others by so many milliseconds; behind them when negative. */
export function clockAheadBy(milliseconds: number): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    [offset]: String(milliseconds),
  };
}
