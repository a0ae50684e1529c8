import { readRunInfo } from './run-info.ts';

/** Where an installation answers. */
export interface Whereabouts {
  readonly url: string;
  readonly workerUrl: string;
  /** In a container only one of the two is there: server and worker have one each. */
  readonly isContainer: boolean;
}

/** Whether the environment says which engines there are, as it does in a container. */
export function isToldByEnvironment(): boolean {
  return ['SAMENSPEL_LOG_URL', 'SAMENSPEL_LOG_URL_FILE'].some((name) => process.env[name]);
}

/**
 * Where the installation of this data folder answers: what runs in this container, or else what was started on the folder.
 * Undefined when nothing runs.
 */
export async function whereaboutsOf(data: string): Promise<Whereabouts | undefined> {
  if (!isToldByEnvironment()) {
    const running = await readRunInfo(data);
    return running && { url: running.url, workerUrl: running.workerUrl, isContainer: false };
  }
  const { SAMENSPEL_PORT: port, SAMENSPEL_WORKER_PORT: workerPort } = process.env;
  return { url: here(port || '8080'), workerUrl: here(workerPort || '8081'), isContainer: true };
}

function here(port: string): string {
  return `http://127.0.0.1:${port}`;
}
