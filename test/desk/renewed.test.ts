import { afterEach, expect, test, vi } from 'vitest';
import { Renewed } from '../../src/desk/renewed.ts';

afterEach(() => vi.useRealTimers());

test('what was made answers for ten seconds, and while the next is made', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const made: PromiseWithResolvers<string>[] = [];
  const renewed = new Renewed<string>(() => {
    const one = Promise.withResolvers<string>();
    made.push(one);
    return one.promise;
  });
  const first = renewed.current();
  made[0]?.resolve('first');
  expect(await first).toBe('first');
  vi.advanceTimersByTime(9_999);
  expect(await renewed.current()).toBe('first');
  expect(made).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(await renewed.current()).toBe('first');
  expect(made).toHaveLength(2);
  made[1]?.resolve('second');
  await Promise.resolve();
  expect(await renewed.current()).toBe('second');
});

test('what could not be made is made again at once where there is nothing else, and later where there is', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const ends = [Promise.reject(new Error('locked')), Promise.resolve('read'), Promise.reject(new Error('locked'))];
  for (const end of ends) end.catch(() => {});
  const make = vi.fn(() => ends.shift() ?? Promise.reject(new Error('no more')));
  const renewed = new Renewed<string>(make);
  await expect(renewed.current()).rejects.toThrow('locked');
  expect(await renewed.current()).toBe('read');
  vi.advanceTimersByTime(10_000);
  expect(await renewed.current()).toBe('read');
  await Promise.resolve();
  expect(await renewed.current()).toBe('read');
  expect(make).toHaveBeenCalledTimes(3);
});
