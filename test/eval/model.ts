import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startModelServer } from '../model/model-server.ts';
import { honest } from '../model/stand-ins/honest.ts';

/** A folder in which the command line has a language model. */
export interface ModelUnderTest extends AsyncDisposable {
  readonly name: string;
  /** The tools of the evaluation data hide the environment from what they call; a file `.env` they leave. */
  readonly folder: string;
  /** What it was asked, where that can be counted. */
  told(): string;
}

const root = join(import.meta.dirname, '../..');

/** The model that the environment names, else the honest stand-in on this machine. */
export async function modelUnderTest(): Promise<ModelUnderTest> {
  const { OPENAI_API_KEY: key = '', OPENAI_BASE_URL: url = '', OPENAI_MODEL: model = '' } = process.env;
  if (key !== '' || url !== '') {
    const folder = await folderWith({ OPENAI_API_KEY: key, OPENAI_BASE_URL: url, OPENAI_MODEL: model });
    return { name: model || 'the model', folder, told: () => 'not counted', [Symbol.asyncDispose]: () => gone(folder) };
  }
  const server = await startModelServer(honest);
  const settings = server.settings();
  const folder = await folderWith({
    OPENAI_API_KEY: settings.apiKey ?? '',
    OPENAI_BASE_URL: settings.baseUrl ?? '',
    OPENAI_MODEL: settings.model,
  });
  return {
    name: 'the honest stand-in',
    folder,
    told: () => {
      const { inputTokens, outputTokens } = server.usage();
      return `${server.tasks().length} tasks, ${inputTokens} tokens in, ${outputTokens} out`;
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await gone(folder);
    },
  };
}

async function folderWith(settings: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'detente-eval-'));
  const detente = `${process.execPath} --disable-warning=ExperimentalWarning ${join(root, 'src/cli.ts')}`;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, scripts: { detente } }));
  const lines = Object.entries({ ...settings, DETENTE_MODEL_BUDGET: 'day 1000000000' });
  await writeFile(join(folder, '.env'), lines.map(([name, value]) => `${name}=${value}`).join('\n'));
  return folder;
}

async function gone(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
