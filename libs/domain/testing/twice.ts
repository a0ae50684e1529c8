import { expect } from '@jest/globals';
import type { Content } from '../kernel/event.ts';
import type { Story } from './story.ts';

/** Sends each of these commands twice: the second time records nothing and leaves everything as it was. */
export function sentTwice<S, C extends { readonly at: string }, E extends Content, X>(
  told: Story<S, C, E, X>,
  commands: readonly C[],
): void {
  for (const command of commands) {
    told.when(command);
    const once = told.state;
    const again = told.when(command);
    const changed = 'recorded' in again && again.recorded.length > 0;
    expect(changed).toBe(false);
    expect(told.state).toEqual(once);
  }
}
