import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more each, the longest first. Some wait more than they work, which others can use meanwhile. */
const LONG = [
  'test/schedule/ten-days.test.ts',
  'test/schedule/deliveries-kills.test.ts',
  'test/schedule/deliveries-steps.test.ts',
  'test/schedule/full-disk.test.ts',
  'test/schedule/deliveries-processes.test.ts',
  'test/model/hanging-model.test.ts',
  'test/cli/feeds-process.test.ts',
  'test/polling/kills.test.ts',
  'test/polling/a-day.test.ts',
];

/** Long files begin first: none of them is left for the end, where one worker would wait for the other. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => LONG.findIndex((path) => moduleId.endsWith(`/${path}`));
    const isLong = (file: TestSpecification) => rank(file) >= 0;
    const others = files.filter((file) => !isLong(file));
    return [...files.filter(isLong).sort((one, other) => rank(one) - rank(other)), ...(await super.sort(others))];
  }
}
