/** The engines of a benchmark, in a process that is to be interrupted. For a test alone. */
import { startBenchEngines } from './engines.ts';

const { folder, postgresPid } = await startBenchEngines('bench-interrupted');
process.send?.({ folder, postgresPid });
