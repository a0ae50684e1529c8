import { nextMessage, numberIn, scriptBeside, startChild } from '../child.ts';
import { Peaks } from '../peaks.ts';
import type { Environment } from './environment.ts';

/** A reader in a process of its own reads the whole log, while both ends are watched. */
export async function measureMemory({ node, size }: Environment) {
  const reader = await startChild(scriptBeside(import.meta.url, 'reader'), { BENCH_LOG: node.connectionString });
  const [atNode, atReader] = [new Peaks(node.pid), new Peaks(reader.process.pid ?? 0)];
  reader.process.send({ read: size.events });
  const told = await nextMessage(reader.process);
  const peaks = { node: atNode.stop(), reader: atReader.stop() };
  await reader.stop();
  return { ...peaks, events: numberIn(told, 'events'), seconds: numberIn(told, 'seconds') };
}
