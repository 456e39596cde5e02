import { findAdapters, logKey, readConfiguration } from '../config.ts';
import { parseConversation } from '../domain/conversation-name.ts';
import { createLogger } from '../logger.ts';
import { deliveryKey } from '../schedule/delivery-key.ts';
import { adminOf } from './admin.ts';
import { pluggedFolder } from './bundle.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson } from './output.ts';
import { adapterOptions, loadPlatforms } from './platforms.ts';
import { type NameOptions, need } from './schedule.ts';
import { schedulerOf } from './scheduling.ts';
import { deliveryJson, deliveryLine } from './status.ts';

/** Posts today's edition of a schedule at once, where it was not posted yet. Gives 1 where it was not posted now. */
export async function runSchedule(call: Call, conversation: string, options: NameOptions): Promise<number> {
  const definitions = await findAdapters(pluggedFolder('adapters'));
  const configuration = readConfiguration(definitions);
  const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
  return withArchive(call, async (archive) => {
    const { situation = '', definition } = options;
    const schedule = await need(archive, { conversation: parseConversation(conversation), definition, situation });
    const adapter = adapterOptions(call, configuration, logger);
    const { all } = await loadPlatforms(definitions, configuration, [schedule], adapter);
    try {
      const admin = adminOf([], all, logger);
      const scheduler = schedulerOf(call, { archive, adapters: all, configuration, logger, admin });
      const name = await scheduler.runNow(schedule);
      const [delivery] = (await archive.outbox.since(name, name.date)).filter(({ key }) => key === deliveryKey(name));
      if (delivery === undefined) return 1;
      if (call.format === 'json') printJson(deliveryJson(delivery));
      else print(deliveryLine(delivery));
      return delivery.state === 'sent' ? 0 : 1;
    } finally {
      await Promise.all(all.map((one) => one.stop()));
    }
  });
}
