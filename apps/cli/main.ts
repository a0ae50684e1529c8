import { CommanderError } from 'commander';
import { program } from './program.ts';
import { CliError, sentenceFor } from './terminal/failure.ts';
import { Outlet } from './terminal/outlet.ts';

const output = new Outlet(process.stdout);
const errors = new Outlet(process.stderr);

try {
  await program(process.argv).parseAsync();
  process.exitCode ??= 0;
} catch (error) {
  // Commander has said itself what was wrong with the command line.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.exitCode = error instanceof CliError ? error.exitCode : 1;
    process.stderr.write(`${sentenceFor(error)}\n`);
  }
}
const lost = await output.written();
if (lost) {
  process.exitCode ||= 1;
  process.stderr.write(`${sentenceFor(lost)}\n`);
}
await errors.written();
process.exit();
