import { run } from '../../src/cli/run.ts';

/*
 * The command line as it is, but that it may fetch from servers of this machine: the first argument names them,
 * `host:port` parted by commas.
 */
const [allowed = '', ...args] = process.argv.slice(2);
process.exitCode = await run(args, { fetchAllow: allowed.split(',') });
