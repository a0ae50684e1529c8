import pb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { STREAMS } from './definitions.ts';

/**
 * The release of EventStoreDB whose behaviour this node follows in what it offers. The suffix says that it is not one.
 */
const SERVER_VERSION = '24.10.0+samenspel-embedded';
const OFFERED = ['read', 'append', 'batchAppend'];

/** `SupportedMethods`: by this the client knows that it can append in batches, and that there is nothing else. */
export function supportedMethods(): Buffer {
  const answer = new pb.SupportedMethods();
  answer.setEventStoreServerVersion(SERVER_VERSION);
  for (const name of OFFERED) {
    const [, service, method] = STREAMS[name]?.path.toLowerCase().split('/') ?? [];
    const described = new pb.SupportedMethod();
    described.setServiceName(service ?? '');
    described.setMethodName(method ?? '');
    answer.addMethods(described);
  }
  return Buffer.from(answer.serializeBinary());
}
