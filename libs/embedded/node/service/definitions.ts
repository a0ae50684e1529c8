import operations from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import projections from '@eventstore/db-client/generated/projections_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';

/**
 * The services as the client's own package defines them. Only the encoding is taken out of the generated hands: the
 * messages of this node go in and out as bytes, and `protocol/` knows what is in them.
 */
const asIs = (bytes: Buffer): Buffer => bytes;

export type RawDefinition = ServiceDefinition<Record<string, never>> & Record<string, MethodDefinition<Buffer, Buffer>>;

interface Described {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

function raw(service: object): Record<string, MethodDefinition<Buffer, Buffer>> {
  const methods = Object.entries(service).map(
    ([name, { path, requestStream, responseStream }]: [string, Described]) => [
      name,
      {
        path,
        requestStream,
        responseStream,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      },
    ],
  );
  return Object.fromEntries(methods);
}

export const STREAMS = raw(streams.StreamsService);
export const FEATURES = raw(features.ServerFeaturesService);

/** Services that clients know and this node does not offer, so that it can say so. */
export const NOT_OFFERED_SERVICES = [
  persistent.PersistentSubscriptionsService,
  projections.ProjectionsService,
  operations.OperationsService,
  users.UsersService,
].map(raw);
