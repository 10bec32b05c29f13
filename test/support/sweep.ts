import type { DeliveryRun } from "../../services/kernel/outbox/delivery-run.ts";
import { deliverEvents } from "../../services/kernel/outbox/index.ts";
import { plusMs } from "../../services/kernel/runtime.ts";
import { openReceiver } from "../../services/people/notifications/index.ts";
import type { TestPlatform } from "./platform.ts";

type Platform = Pick<TestPlatform, "database" | "clock" | "ports">;

/** Delivers the events that wait, as the scheduled function does. */
export function sweep({ database, clock, ports }: Platform): Promise<DeliveryRun> {
  const sweeping = {
    open: database,
    now: clock.now,
    receive: receiverOf({ database, ports }),
    log: ports.log,
  };
  return deliverEvents(sweeping, plusMs(clock.now(), 1_000));
}

/** The receiver that the platform has. */
const receiverOf = ({ database, ports }: Pick<TestPlatform, "database" | "ports">) =>
  openReceiver({ open: database, ...ports });
