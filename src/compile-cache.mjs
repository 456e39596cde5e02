// Loaded before the first TypeScript file: what is in the compile cache needs no type stripper, and the stripper alone
// costs as much as the rest of a short command.
import { enableCompileCache } from 'node:module';

enableCompileCache();
