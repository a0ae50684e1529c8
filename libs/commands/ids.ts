import { v5 as derived } from 'uuid';

const trajectories = '6f1c0c5e-3f3c-5b0e-9f4a-8a5c7a0f2d11';
const organisations = 'c4c8f3de-9a76-5e55-8d8b-3c52f5f5b7a2';

/**
 * The trajectory of an organisation in a programme. It follows from the two, so that a second application of the same
 * organisation meets the first one in its own stream.
 */
export function trajectoryId(programme: string, organisation: string): string {
  return derived(`${programme}/${organisation}`, trajectories);
}

/** The organisation's own id, made once out of its TOOI identifier and kept when codes change. */
export function organisationId(uri: string): string {
  return derived(uri, organisations);
}

/** The id of something that a command makes: the same for a command that is sent again. */
export function derivedId(commandId: string, name: string): string {
  return derived(name, commandId);
}
