import { findAdapters, logKey, readConfiguration } from '../config.ts';
import type { Delivery } from '../domain/delivery.ts';
import { createLogger } from '../logger.ts';
import { deliveryKey } from '../schedule/delivery-key.ts';
import { adminOf } from './admin.ts';
import { pluggedFolder } from './bundle.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson, say } from './output.ts';
import { adapterOptions, loadPlatforms } from './platforms.ts';
import { type NameOptions, nameOf, need } from './schedule.ts';
import { schedulerOf } from './scheduling.ts';
import { deliveryJson, deliveryLine } from './status.ts';
import { startWording } from './wording.ts';

/** Posts today's edition of a schedule at once, where it was not posted yet. Gives 1 where it is not posted then. */
export async function runSchedule(call: Call, conversation: string, options: NameOptions): Promise<number> {
  const name = await nameOf(call, conversation, options);
  const definitions = await findAdapters(pluggedFolder('adapters'));
  const configuration = readConfiguration(definitions);
  const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
  return withArchive(call, async (archive) => {
    const schedule = await need(archive, name);
    // on a terminal the brief itself would stand in the way of the JSON
    const aside = call.format === 'json' ? { output: process.stderr } : {};
    const adapter = { ...adapterOptions(call, configuration, logger), ...aside };
    const { all } = await loadPlatforms(definitions, configuration, [schedule], adapter);
    try {
      const admin = adminOf([], all, logger);
      const wording = startWording(call, { archive, logger });
      const scheduling = { archive, adapters: all, configuration, logger, admin, ...(wording && { wording }) };
      const scheduler = schedulerOf(call, scheduling);
      const run = await scheduler.runNow(schedule);
      const [delivery] = (await archive.outbox.since(run, run.date)).filter(({ key }) => key === deliveryKey(run));
      if (delivery === undefined) {
        say('the archive could not be written: what became of it stands in the log');
        return 1;
      }
      if (call.format === 'json') printJson(deliveryJson(delivery));
      else print(`${deliveryLine(delivery)}${nextOf(delivery)}`);
      return delivery.state === 'sent' ? 0 : 1;
    } finally {
      await Promise.all(all.map((one) => one.stop()));
    }
  });
}

/** Who goes on with what is not settled. */
function nextOf({ state, reason }: Delivery): string {
  if (state !== 'waiting') return '';
  return reason === undefined
    ? ': another process is posting it, "detente status" tells what becomes of it'
    : '; "detente serve" tries it again, or give this command again';
}
