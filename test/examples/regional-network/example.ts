import type { Example } from '../recorder/example.ts';
import { municipalities } from './municipalities.ts';
import { timeline } from './timeline.ts';

/** A regional network of municipalities in the north, in one year. */
export const regionalNetworkExample: Example = {
  name: 'regional-network',
  keys: '0b6de9a0-9a7c-5a39-8a42-5d1a1f3f7c10',
  timeline,
  organisations: Object.fromEntries(Object.entries(municipalities).map(([who, { name }]) => [name, who])),
};
