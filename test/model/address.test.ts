import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../src/config.ts';
import { readAddress } from '../../src/model/address.ts';
import { modelKeys, modelSettings } from '../../src/model/keys.ts';
import { createLanguageModel } from '../../src/model/language-model.ts';

const read = (baseUrl: string | undefined, apiKey: string | undefined = 'sk-1', model = 'm') =>
  readAddress({ model, ...(baseUrl !== undefined && { baseUrl }), ...(apiKey !== undefined && { apiKey }) });

const reasonOf = (...given: Parameters<typeof read>) => {
  const found = read(...given);
  return found.kind === 'wrong' ? found.reason : undefined;
};

describe('a base address that is none is found before any call', () => {
  test.for([
    ['htp:/x', '"htp:/x"'],
    ['api.openai.com', '"api.openai.com"'],
    ['ftp://files.example/v1', '"ftp://files.example/v1"'],
    ['http://', '"http://"'],
    ['http://a b/v1', '"http://a b/v1"'],
    ['javascript:alert(1)', '"javascript:alert(1)"'],
    ['nonsense\u202e\u0007', '"nonsense"'],
  ] as const)('%j', ([baseUrl, shown]) => {
    expect(reasonOf(baseUrl)).toBe(
      `OPENAI_BASE_URL is not an address of a server: ${shown} does not begin with http:// or https:// and a host`,
    );
  });

  test('and is shown without what may be a secret', () => {
    for (const secret of [
      'https://me:hush@models.example/v1',
      'me:hush@models.example',
      'htp://me:hush@x?key=hush#hush',
    ]) {
      expect(reasonOf(secret)).toMatch(/^OPENAI_BASE_URL /);
      expect(reasonOf(secret)).not.toContain('hush');
    }
  });
});

test('a key with white space or signs that no key has is found before any call, and not shown', () => {
  expect(reasonOf(undefined, 'sk-secret two')).toBe(
    'OPENAI_API_KEY holds white space (13 signs in all): copy the key again, without what stands around it',
  );
  for (const key of ['sk-secret\n', 'sk-secret\u200b', '“sk-secret”', 'sk-secret\u0007', 'ключ-secret']) {
    expect(reasonOf(undefined, key)).toMatch(/^OPENAI_API_KEY holds /);
    expect(reasonOf(undefined, key)).not.toMatch(/secret|ключ/);
  }
});

test('a name of a model that is empty, or none, is found before any call', () => {
  expect(reasonOf(undefined, 'sk-1', '  ')).toMatch(/^OPENAI_MODEL is empty/);
  expect(reasonOf(undefined, 'sk-1', 'two words')).toBe('OPENAI_MODEL "two words" is not the name of a model');
});

test('what is wrong makes the model absent, with one line that says so', async () => {
  const environment = { OPENAI_API_KEY: 'sk-secret two' };
  const settings = modelSettings(readConfiguration([], environment));
  const found = settings && (await createLanguageModel(settings, { probe: true }));
  expect(found).toEqual({ kind: 'absent', wrong: true, reason: expect.stringMatching(/^OPENAI_API_KEY [^\n]*$/) });
  expect(modelKeys.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(['OPENAI_API_KEY']);
});

describe('servers by configuration', () => {
  const addressOf = (...given: Parameters<typeof read>) => {
    const found = read(...given);
    if (found.kind === 'wrong') throw new Error(found.reason);
    return found.address;
  };

  test('OpenAI, where no address is set', () => {
    expect(addressOf(undefined)).toMatchObject({
      url: 'https://api.openai.com/v1',
      host: 'api.openai.com',
      headers: { authorization: 'Bearer sk-1' },
    });
  });

  test('Ollama and llama.cpp, which take no key', () => {
    const found = readAddress({ baseUrl: 'http://127.0.0.1:11434/v1/', model: 'llama3.2:3b' });
    expect(found).toMatchObject({
      address: { url: 'http://127.0.0.1:11434/v1', host: '127.0.0.1:11434', headers: {} },
    });
  });

  test('Azure, in its new form', () => {
    expect(addressOf('https://desk.openai.azure.com/openai/v1')).toMatchObject({
      query: {},
      headers: { 'api-key': 'sk-1', authorization: 'Bearer sk-1' },
    });
  });

  test('Azure, in its old form with a deployment and a version', () => {
    const url = 'https://desk.openai.azure.com/openai/deployments/brief?api-version=2024-10-21';
    expect(addressOf(url)).toMatchObject({
      url: 'https://desk.openai.azure.com/openai/deployments/brief',
      query: { 'api-version': '2024-10-21' },
      headers: { 'api-key': 'sk-1' },
    });
    expect(addressOf(url).headers).not.toHaveProperty('authorization');
  });
});
