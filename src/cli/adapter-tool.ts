import { findAdapters, readConfiguration } from '../config.ts';
import type { AdapterTool } from '../domain/adapter-definition.ts';
import { silentLogger } from '../logger.ts';
import { pluggedFolder } from './bundle.ts';
import type { Call } from './call.ts';
import { print } from './output.ts';

/** Runs a command of an adapter's own, with that adapter's configuration alone. */
export async function runTool(
  { clock, format }: Call,
  adapter: string,
  tool: AdapterTool,
  flags: Readonly<Record<string, boolean | undefined>>,
): Promise<void> {
  const definitions = await findAdapters(pluggedFolder('adapters'));
  const configuration = readConfiguration(definitions.filter(({ name }) => name === adapter));
  const lines = await tool.run({ configuration, clock, logger: silentLogger }, flags);
  print(format === 'json' ? JSON.stringify(lines) : lines.join('\n'));
}
