import pino from 'pino';
import { EmbeddedError } from '../errors.ts';
import { NODE_EXIT, type NodeMessage, optionsFromEnvironment } from './process.ts';
import { type LogNode, startNode } from './start-node.ts';

const log = pino({ name: 'log-node' }, pino.destination({ dest: 2, sync: true }));

function tell(message: NodeMessage): void {
  if (process.connected) process.send?.(message);
}

async function main(): Promise<void> {
  let node: LogNode | null = null;
  const stop = async (code: number): Promise<void> => {
    await node?.close();
    process.exit(code);
  };
  // The parent is gone, by whatever death: a node without a supervisor would hold the log for nobody.
  process.on('disconnect', () => void stop(NODE_EXIT.stopped));
  process.on('SIGTERM', () => void stop(NODE_EXIT.stopped));
  // Ctrl-C reaches the whole process group; the supervisor decides when the node may go.
  process.on('SIGINT', () => {
    if (!process.connected) void stop(NODE_EXIT.stopped);
  });
  node = await startNode({
    ...optionsFromEnvironment(process.env),
    onFailure: (error) => {
      log.error({ err: error }, 'the log can no longer be written; the node ends');
      process.exit(NODE_EXIT.lostDatabase);
    },
  });
  tell({ ready: true, port: node.port });
  process.stdout.write(`log node ready on port ${node.port}\n`);
}

main().catch((error: unknown) => {
  const sentence = error instanceof EmbeddedError ? error.sentence : null;
  log.error({ err: error }, 'the log node could not start');
  const code = error instanceof EmbeddedError ? error.code : 'log-not-started';
  tell({ ready: false, code, sentence, reason: error instanceof Error ? error.message : String(error) });
  process.exit(NODE_EXIT.notStarted);
});
