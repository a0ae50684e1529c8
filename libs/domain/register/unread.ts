import type { RegisterState } from './state.ts';

/** What stands for the register where a decision needs none: who asks it all the same gets no wrong answer. */
export const unreadRegister: RegisterState = {
  get organisations(): never {
    throw new Error('The register was asked in a decision that is said to need none');
  },
  get added(): never {
    throw new Error('The register was asked in a decision that is said to need none');
  },
};
