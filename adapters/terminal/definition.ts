import type { AdapterDefinition, ConfigurationKey } from '../../src/index.ts';

/** See no-color.org: set to anything, it asks for none. */
export const noColour: ConfigurationKey<boolean> = {
  key: 'NO_COLOR',
  help: 'Set to anything: no colour on the terminal.',
  parse: () => true,
};

/** The terminal needs no account and no key: it is on when no other adapter is. */
export const definition: AdapterDefinition = {
  name: 'terminal',
  title: 'Terminal',
  configuration: [noColour],
  load: async () => (await import('./index.ts')).createTerminalAdapter,
};
