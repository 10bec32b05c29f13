import type { EventType } from "../../../kernel/commit/event.ts";
import { listGuardians } from "../../../people/enterprises/index.ts";
import type { EventReceiver, ReceiverPorts } from "../../../people/notifications/index.ts";

/** The events of a bill, of which everybody is told who may look after it. */
const OF_BILLS: readonly EventType[] = ["bill.issued", "bill.due", "bill.corrected", "former-bill.corrected"];

/**
 * The guardians of a minor are told of the minor's bills as the minor is: they are the ones who pay them (Civil Code,
 * arts. 23, 34). They are found when it is told, so that one who has come of age since has none.
 */
export const guardianReceiver =
  ({ open, runtime }: ReceiverPorts): EventReceiver =>
  async (event) => {
    if (!OF_BILLS.some((type) => type === event.type)) return event;
    const store = { database: open(), mode: event.mode };
    const guardians = await Promise.all(
      event.to.map((citizen) => listGuardians(store, citizen, runtime.now())),
    );
    return { ...event, to: [...new Set([...event.to, ...guardians.flat()])] };
  };
