import type { Author, Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Log } from "../../kernel/process/log.ts";
import type { Runtime } from "../../kernel/runtime.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { PayPorts } from "./ask-channel.ts";
import type { Gateways } from "./channels/gateways.ts";
import { openSandboxChannel } from "./channels/sandbox-channel.ts";
import type { Purposes } from "./purpose.ts";
import type { SettlePorts } from "./settle-payment.ts";
import { takeNotification } from "./take-notification.ts";

/** The channels and the purposes of payments; opened once for each process. */
type PaymentParts = {
  /** Where payments through the channel `hosted` go. */
  readonly gateways: Gateways;
  readonly purposes: Purposes;
};

declare module "../../kernel/parts.ts" {
  interface Parts {
    readonly payments: PaymentParts;
  }
}

export type PaymentEnvironment = {
  readonly database: Database;
  readonly commit: Commit;
  readonly config: Pick<Settings, "sandboxPaysLive" | "siteOrigin">;
  readonly parts: Pick<Parts, "payments">;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly requestId: string;
};

/** The ports of payments of one mode. A channel where no money moves does not pay what is owed in earnest. */
export function openPayments(environment: PaymentEnvironment, mode: Mode, actor: Author): PayPorts {
  const { database, commit, config, parts, runtime, log, requestId } = environment;
  const { gateways, purposes } = parts.payments;
  const settle: SettlePorts = { database, commit, mode, purposes, actor, requestId, now: runtime.now };
  const hasSandbox = mode === "test" || config.sandboxPaysLive;
  const sandbox = openSandboxChannel({
    now: runtime.now,
    deliver: async (notification) => {
      await takeNotification(settle, "sandbox", notification);
    },
    log,
  });
  const hosted = gateways[mode];
  const { siteOrigin } = config;
  return {
    ...settle,
    siteOrigin,
    channels: { ...(hasSandbox ? { sandbox } : {}), ...(hosted ? { hosted } : {}) },
  };
}
