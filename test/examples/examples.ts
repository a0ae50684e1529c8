import { changingRoleExample } from './changing-role/example.ts';
import { digitalTransformationExample } from './digital-transformation/example.ts';
import { type ExampleName, exampleNames } from './names.ts';
import type { Example } from './recorder/example.ts';
import { regionalNetworkExample } from './regional-network/example.ts';
import { tailoredLearningExample } from './tailored-learning/example.ts';
import { themeTeamsExample } from './theme-teams/example.ts';

/** Every worked example, by its name. An example without a name of its own does not compile, nor a name without one. */
const examples: Readonly<Record<ExampleName, Example>> = {
  'regional-network': regionalNetworkExample,
  'tailored-learning': tailoredLearningExample,
  'changing-role': changingRoleExample,
  'digital-transformation': digitalTransformationExample,
  'theme-teams': themeTeamsExample,
};

/** The examples that a choice stands for; none when nobody knows it. */
export function examplesNamed(choice: string): readonly Example[] {
  return exampleNames.filter((name) => choice === 'all' || choice === name).map((name) => examples[name]);
}
