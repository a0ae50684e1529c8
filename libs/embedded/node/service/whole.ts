import { ServerInterceptingCall, type ServerInterceptingCallInterface, type ServerInterceptor } from '@grpc/grpc-js';
import { FlowingCall } from './flow.ts';

/**
 * A call that is told the end of its messages only when the client has said it. By itself grpc-js says it too when the
 * line is lost or the client has reset the call, in the same way as for a request that came whole: half an append would be
 * done as if it were all of it. It finds out when it is asked for more, and then the call is cancelled before it ends.
 *
 * A turn of the event loop comes first, in which more can be read from the line: a client of grpc-js that gives up says the
 * end itself, and takes it back with what it sends next.
 */
export function wholeRequest(call: ServerInterceptingCallInterface): ServerInterceptingCall {
  const onReceiveHalfClose = (end: () => void): void => {
    setImmediate(() => {
      call.startRead();
      setImmediate(end);
    });
  };
  return new ServerInterceptingCall(call, { start: (next) => next({ onReceiveHalfClose }) });
}

/** Every call answers as it can; one whose request is a row of messages with one answer must have all of them first. */
export const serving: ServerInterceptor = (method, call) =>
  method.requestStream && !method.responseStream ? wholeRequest(call) : new FlowingCall(call);
