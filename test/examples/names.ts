/** Every worked example; each has a folder of its name with its story and its figures. */
export const exampleNames = [
  'regional-network',
  'tailored-learning',
  'changing-role',
  'digital-transformation',
  'theme-teams',
] as const;

export type ExampleName = (typeof exampleNames)[number];

/** What is recorded when nobody says otherwise. */
export const firstExample: ExampleName = 'regional-network';

/** By what an example can be asked for: its name, or all of them on one log. */
export const exampleChoices: readonly string[] = [...exampleNames, 'all'];
