import { spawnSync } from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine, as a command; undefined when it has none. `SAMENSPEL_BROWSER` names another. */
export function chromium() {
  const wanted = process.env.SAMENSPEL_BROWSER;
  return (wanted ? [wanted] : names).find((name) => spawnSync(name, ['--version']).status === 0);
}
