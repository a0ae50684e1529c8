import { regionalNetwork } from './regional-network.ts';
import type { Template } from './template.ts';

/** The templates that a programme can be set up with, by key. */
export const templates: ReadonlyMap<string, Template> = new Map([[regionalNetwork.key, regionalNetwork]]);
