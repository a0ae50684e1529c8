import { CommanderError } from 'commander';
import { program } from './program.ts';
import { CliError, sentenceFor } from './terminal/failure.ts';

// A reader that went away (`samenspel story … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

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
process.exit();
