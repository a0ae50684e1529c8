import type { DataOf, Decide } from '../kernel/command.ts';
import type { RegisterEvent } from './events.ts';

export type RegisterCommand =
  | Decide<'release-register', DataOf<RegisterEvent, 'register.released.v1'>>
  | Decide<'add-organisation', DataOf<RegisterEvent, 'register.organisation-added.v1'>>
  | Decide<'change-organisation', DataOf<RegisterEvent, 'register.organisation-changed.v1'>>;
