import { readFileSync } from 'node:fs';

/** Values by name, and one line for each that could not be had. */
export interface Found {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly string[];
}

/**
 * The values of these names, from the environment or from a file: `NAME_FILE` names a file that holds the value, as
 * secrets are handed to a container. A line end behind the value is not part of it. An empty value counts as none.
 */
export function withFiles(env: NodeJS.ProcessEnv, names: readonly string[]): Found {
  const values: Record<string, string | undefined> = {};
  const faults: string[] = [];
  for (const name of names) {
    const [value, file] = [env[name] || undefined, env[`${name}_FILE`] || undefined];
    values[name] = value;
    if (file === undefined) continue;
    // One of the two is not what the process runs with, and nobody can tell which was meant.
    if (value !== undefined) faults.push(`${name}: both ${name} and ${name}_FILE are given`);
    else {
      const text = textOf(file);
      if (text.fault) faults.push(`${name}_FILE: ${text.fault}`);
      else values[name] = text.value;
    }
  }
  return { values, faults };
}

function textOf(file: string): { value: string; fault?: string } {
  try {
    const value = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return value === '' ? { value, fault: `the file ${file} is empty` } : { value };
  } catch (error) {
    return { value: '', fault: `the file ${file} cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
}
