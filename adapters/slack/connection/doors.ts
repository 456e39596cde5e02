import { HTTPReceiver, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { ConfigurationValues, Logger } from '../../../src/index.ts';
import { appToken, port, signingSecret } from '../definition.ts';
import { type Emitter, guard } from './guarded.ts';
import { SlackHttpServer } from './http-server.ts';
import { boltLogger } from './log.ts';
import { SignatureCheck } from './signature.ts';
import { SocketSupervisor } from './socket-supervisor.ts';
import { startRefusal } from './until-reached.ts';

/** Where requests come in. */
export interface Door {
  readonly receiver: Receiver;
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface SocketOptions {
  /** Milliseconds, as `reconnectMs` and `helloMs` of the tuning are. */
  readonly reconnectMs: number;
  readonly mostReconnectMs: number;
  readonly helloMs: number;
  readonly clientOptions: webApi.WebClientOptions;
  /** The connection ended for good after it was open. */
  onEnded(error: unknown): void;
}

export function socketDoor(configuration: ConfigurationValues, logger: Logger, options: SocketOptions): Door {
  const receiver = new SocketModeReceiver({
    appToken: configuration.need(appToken),
    autoReconnectEnabled: false,
    logger: boltLogger(logger),
    installerOptions: { clientOptions: options.clientOptions },
  });
  guard(receiver.client as unknown as Emitter, ['ws_message', 'slack_event'], logger);
  const { reconnectMs: delayMs, mostReconnectMs: mostDelayMs, helloMs } = options;
  const supervisor = new SocketSupervisor({ client: receiver.client, logger, delayMs, mostDelayMs, helloMs });
  return {
    receiver,
    open: async () => {
      await supervisor.start().catch(startRefusal(appToken.key));
      supervisor.ended.catch(options.onEnded);
    },
    close: () => supervisor.stop(),
  };
}

export function httpDoor(configuration: ConfigurationValues, logger: Logger): Door {
  const secret = configuration.need(signingSecret);
  // the signature is judged at the door, by stricter rules than Bolt's
  const receiver = new HTTPReceiver({
    signingSecret: secret,
    signatureVerification: false,
    logger: boltLogger(logger),
  });
  // Slack's own clock is the machine's, also while a replay runs by another
  const check = new SignatureCheck(secret, Date.now);
  const server = new SlackHttpServer(configuration.need(port), check, logger, (request, response) =>
    receiver.requestListener(request, response),
  );
  return { receiver, open: () => server.start(), close: () => server.stop() };
}
