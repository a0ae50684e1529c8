/* What we ask of the Dockerfile: a small check, not a linter of the whole language. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, keyAndValue, lastOf } from './dockerfile.mjs';

/**
 * Everything that is wrong, a sentence each.
 *
 * @param {{ stages: import('./dockerfile.mjs').Stage[], settings: readonly string[], context: string,
 *   keeps: (path: string) => boolean }} options `keeps`: by `.dockerignore`.
 * @returns {string[]}
 */
export function dockerfileFaults({ stages, settings, context, keeps }) {
  return [
    ...stages.flatMap((stage, index) => [
      ...base(stage),
      ...stage.instructions.flatMap((each) => [
        ...copies(each, stages.slice(0, index), context, keeps),
        ...installs(each),
      ]),
    ]),
    ...final(stages.at(-1), settings),
  ];
}

function base({ image, name }) {
  const tag = /:([^/:@]+)(@sha256:[0-9a-f]{64})?$/.exec(image)?.[1];
  return [
    ...(tag === undefined || tag === 'latest' ? [`${image} has no tag of its own`] : []),
    ...(/^node:24\b/.test(image) ? [] : [`${image} is not Node 24`]),
    ...(name ? [] : [`the stage of ${image} has no name`]),
  ];
}

function copies({ name, args, flags, line }, before, context, keeps) {
  if (name !== 'COPY') return [];
  const sources = args.split(/\s+/).slice(0, -1);
  if (flags.from !== undefined) {
    return before.some((stage) => stage.name === flags.from)
      ? []
      : [`line ${line}: there is no stage ${flags.from} before`];
  }
  return sources.flatMap((source) => {
    if (source === '.' || source.includes('*')) return [`line ${line}: say what is copied, not ${source}`];
    if (!existsSync(join(context, source))) return [`line ${line}: ${source} is not there`];
    return keeps(source) ? [] : [`line ${line}: .dockerignore leaves out ${source}`];
  });
}

function installs({ name, args, line }) {
  if (name !== 'RUN' || !/\bnpm\b/.test(args)) return [];
  return /\bnpm (ci|run)\b/.test(args) ? [] : [`line ${line}: packages are installed with npm ci, by the lock file`];
}

/** The stage that becomes the image. */
function final(stage, settings) {
  const env = stage.instructions.filter(({ name }) => name === 'ENV').map(({ args }) => keyAndValue(args));
  const user = lastOf(stage, 'USER');
  const after = stage.instructions.slice(stage.instructions.indexOf(user) + 1).map(({ name }) => name);
  return [
    ...(user && !/^(root|0)\b/.test(user.args) ? [] : ['the image runs as root']),
    ...(after.some((name) => name === 'RUN' || name === 'COPY') ? ['something is made after USER'] : []),
    ...stage.instructions
      .filter(({ name, args }) => name === 'RUN' && /\bnpm\b/.test(args))
      .map(({ line }) => `line ${line}: npm has no work in the image`),
    ...['CMD', 'HEALTHCHECK'].flatMap((name) => command(stage, name)),
    ...env
      .filter(([key]) => key.startsWith('SAMENSPEL_') && !settings.includes(key))
      .map(([key]) => `nothing reads ${key}`),
    ...(lastOf(stage, 'EXPOSE')?.args === Object.fromEntries(env).SAMENSPEL_PORT ? [] : ['EXPOSE is not the port']),
  ];
}

function command(stage, name) {
  const found = lastOf(stage, name);
  if (!found) return [`the image has no ${name}`];
  try {
    commandOf(found);
    return [];
  } catch (error) {
    return [error.message];
  }
}
