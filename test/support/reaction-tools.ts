import type { LoggedEvent } from '#log/contract/codec';
import type { Tools } from '#reactions/reaction';
import type { CommandSide } from './command-side.ts';
import { at } from './programme.ts';

/** What a reaction gets when a test runs it on the log itself; the outcomes that it was refused go into `refused`. */
export function toolsOn({ useCases, vault, log }: CommandSide, refused: string[]): Tools {
  return {
    useCases,
    vault,
    at: () => at,
    earlier: async (than, types) => {
      const found: LoggedEvent[] = [];
      for await (const event of log.readAll()) {
        if (event.position < than.position && types.includes(event.type)) found.push(event);
      }
      return found;
    },
    refused: async (_, { outcome }) => void refused.push(outcome),
  };
}
