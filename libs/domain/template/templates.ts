import { changingRole } from './changing-role.ts';
import { digitalTransformation } from './digital-transformation.ts';
import { regionalNetwork } from './regional-network.ts';
import { tailoredLearning } from './tailored-learning.ts';
import type { Template } from './template.ts';
import { themeTeams } from './theme-teams.ts';

const all: readonly Template[] = [regionalNetwork, tailoredLearning, changingRole, digitalTransformation, themeTeams];

/** The templates that a programme can be set up with, by key. */
export const templates: ReadonlyMap<string, Template> = new Map(all.map((template) => [template.key, template]));
