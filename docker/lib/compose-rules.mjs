/* What the compose specification asks, as far as it can be seen without an engine, and what we ask of ourselves. */

import { environmentOf, interpolated } from './compose.mjs';

const TOP = ['name', 'services', 'networks', 'volumes', 'secrets', 'configs', 'include'];
const SERVICE = [
  'build',
  'cap_add',
  'cap_drop',
  'command',
  'configs',
  'container_name',
  'depends_on',
  'deploy',
  'entrypoint',
  'environment',
  'expose',
  'extra_hosts',
  'healthcheck',
  'hostname',
  'image',
  'init',
  'labels',
  'logging',
  'networks',
  'ports',
  'profiles',
  'read_only',
  'restart',
  'secrets',
  'security_opt',
  'shm_size',
  'stop_grace_period',
  'stop_signal',
  'sysctls',
  'tmpfs',
  'ulimits',
  'user',
  'volumes',
  'working_dir',
];
const HEALTH = ['disable', 'interval', 'retries', 'start_interval', 'start_period', 'test', 'timeout'];
const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'];
const DURATION = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;
const MEMORY = /^\d+(b|k|kb|m|mb|g|gb)$/i;

/**
 * Everything that is wrong with a compose file, a sentence each.
 *
 * @param {{ compose: object, settings: readonly string[], imageHasHealthCheck: boolean }} options `settings`: the names
 * that the product reads; `imageHasHealthCheck`: of the image that is built here.
 * @returns {string[]}
 */
export function faultsOf({ compose, settings, imageHasHealthCheck }) {
  const services = Object.entries(compose.services ?? {});
  return [
    ...unknown(
      Object.keys(compose).filter((key) => !key.startsWith('x-')),
      TOP,
      'the file',
    ),
    ...services.flatMap(([name, service]) => [
      ...unknown(Object.keys(service), SERVICE, name),
      ...image(name, service),
      ...dependencies(name, service, compose, imageHasHealthCheck),
      ...healthCheck(name, service),
      ...environment(name, service, settings),
      ...upkeep(name, service),
      ...exposure(name, service),
    ]),
    ...['secrets', 'volumes', 'networks'].flatMap((kind) => declared(kind, compose)),
  ];
}

function unknown(keys, known, where) {
  return keys.filter((key) => !known.includes(key)).map((key) => `${where}: ${key} is not known`);
}

function image(name, service) {
  if (!service.image) return service.build ? [] : [`${name}: neither image nor build`];
  const tag = /:([^/:@]+)(@sha256:[0-9a-f]{64})?$/.exec(interpolated(service.image))?.[1];
  return tag === undefined || tag === 'latest' ? [`${name}: the image ${service.image} has no tag of its own`] : [];
}

function dependencies(name, service, compose, imageHasHealthCheck) {
  return Object.entries(service.depends_on ?? {}).flatMap(([other, { condition } = {}]) => {
    const target = compose.services[other];
    if (!target) return [`${name}: depends on ${other}, which is not there`];
    if (!CONDITIONS.includes(condition)) return [`${name}: the condition ${condition} on ${other} is not known`];
    const checked = target.healthcheck ? !target.healthcheck.disable : Boolean(target.build) && imageHasHealthCheck;
    return condition === 'service_healthy' && !checked
      ? [`${name}: waits for the health of ${other}, which has no check`]
      : [];
  });
}

function healthCheck(name, { healthcheck: check }) {
  if (!check) return [];
  const times = ['interval', 'timeout', 'start_period', 'start_interval'].filter((key) => key in check);
  return [
    ...unknown(Object.keys(check), HEALTH, `${name}, health check`),
    ...times.filter((key) => !DURATION.test(check[key])).map((key) => `${name}: ${key} is not a duration`),
    ...(check.disable || ['CMD', 'CMD-SHELL'].includes(check.test?.[0])
      ? []
      : [`${name}: a test begins with CMD or CMD-SHELL`]),
  ];
}

function environment(name, service, settings) {
  const entries = Object.entries(environmentOf(service));
  const names = entries.map(([key]) => key);
  const secrets = service.secrets ?? [];
  return [
    ...names
      .filter((key) => key.startsWith('SAMENSPEL_') && !settings.includes(key.replace(/_FILE$/, '')))
      .map((key) => `${name}: nothing reads ${key}`),
    ...names
      .filter((key) => /PASSWORD|SECRET|TOKEN/.test(key) && !key.endsWith('_FILE'))
      .map((key) => `${name}: ${key} belongs in a file`),
    ...entries
      .filter(([key, value]) => key.endsWith('_URL') && URL.canParse(value) && new URL(value).password)
      .map(([key]) => `${name}: ${key} holds a password`),
    ...entries
      .filter(([key, value]) => key.endsWith('_FILE') && !secrets.includes(value.replace('/run/secrets/', '')))
      .map(([key]) => `${name}: the file of ${key} is not one of its secrets`),
  ];
}

function upkeep(name, { restart, logging, deploy, stop_grace_period: grace }) {
  const { cpus, memory } = deploy?.resources?.limits ?? {};
  return [
    ...(['always', 'unless-stopped', 'on-failure'].includes(restart) ? [] : [`${name}: is not started again`]),
    ...(logging?.options?.['max-size'] ? [] : [`${name}: its log can fill the disk`]),
    ...(Number(cpus) > 0 && MEMORY.test(memory) ? [] : [`${name}: has no limit of processor and memory`]),
    ...(grace === undefined || DURATION.test(grace) ? [] : [`${name}: stop_grace_period is not a duration`]),
  ];
}

/** Only what is meant for people is reachable, and from this machine alone. */
function exposure(name, service) {
  return (service.ports ?? [])
    .filter((port) => !String(port).startsWith('127.0.0.1:'))
    .map((port) => `${name}: ${port} is reachable from everywhere`);
}

/** Each that is used is declared, and the other way round. */
function declared(kind, compose) {
  const known = Object.keys(compose[kind] ?? {});
  const used = Object.values(compose.services).flatMap((service) => namesIn(kind, service[kind] ?? []));
  return [
    ...[...new Set(used)].filter((name) => !known.includes(name)).map((name) => `${kind}: ${name} is not declared`),
    ...known.filter((name) => !used.includes(name)).map((name) => `${kind}: ${name} is not used`),
  ];
}

function namesIn(kind, list) {
  if (kind !== 'volumes') return list;
  return list.map((volume) => String(volume).split(':')[0]).filter((name) => !/^[./~]/.test(name));
}
