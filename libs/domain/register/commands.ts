import type { DataOf, Decide } from '../kernel/command.ts';
import type { RegisterEvent } from './events.ts';

export type RegisterCommand = Decide<'release-register', DataOf<RegisterEvent, 'register.released.v1'>>;
