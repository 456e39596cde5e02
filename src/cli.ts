#!/usr/bin/env node
/** The command line. Nothing but the compile cache may load before it is on: it halves the start of every later call. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { run } = await import('./cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
