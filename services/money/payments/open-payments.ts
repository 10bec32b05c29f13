import { topUps } from "../../convenience/transit/cards/top-up-purpose.ts";
import { billPurpose } from "../../convenience/utilities/bills/bill-purpose.ts";
import type { Author, Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Config } from "../../kernel/process/config.ts";
import type { Log } from "../../kernel/process/log.ts";
import type { Runtime } from "../../kernel/runtime.ts";
import type { Gateways } from "./channels/gateways.ts";
import { openSandboxChannel } from "./channels/sandbox-channel.ts";
import type { PayPorts } from "./make-payment.ts";
import type { Payment } from "./payment.ts";
import type { PurposeWrites } from "./purpose.ts";
import type { SettlePorts } from "./settle-payment.ts";
import { takeNotification } from "./take-notification.ts";

export type PaymentEnvironment = {
  readonly database: Database;
  readonly commit: Commit;
  readonly config: Pick<Config, "sandboxPaysLive">;
  readonly gateways: Gateways;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly requestId: string;
};

/** What payments of one mode stand on. A channel where no money moves does not pay what is owed in earnest. */
export function openPayments(environment: PaymentEnvironment, mode: Mode, actor: Author): PayPorts {
  const { database, commit, config, gateways, runtime, log, requestId } = environment;
  const purposes = eitherPurpose({ database, mode }, runtime.now);
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
  return { ...settle, channels: { ...(hasSandbox ? { sandbox } : {}), ...(hosted ? { hosted } : {}) } };
}

/** By what a payment is for. */
function eitherPurpose(
  store: { readonly database: Database; readonly mode: Mode },
  now: Runtime["now"],
): PurposeWrites {
  const [bills, cards] = [billPurpose(store), topUps(store, now)];
  const of = ({ purpose }: Payment): PurposeWrites => (purpose.kind === "BILLS" ? bills : cards);
  return {
    begin: (payment) => of(payment).begin(payment),
    settle: (payment) => of(payment).settle(payment),
    payAtOnce: (payment) => of(payment).payAtOnce(payment),
    release: (payment) => of(payment).release(payment),
    setAside: (payment, refund) => of(payment).setAside(payment, refund),
    takeBack: (payment, refund) => of(payment).takeBack(payment, refund),
    letGo: (payment, refund) => of(payment).letGo(payment, refund),
  };
}
