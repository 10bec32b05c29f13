import type { Mode } from "../../../kernel/actor.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { formatMoney } from "../../../kernel/money.ts";
import type { Naming } from "../../../people/notifications/index.ts";
import { findServiceItem } from "../../catalogue/index.ts";
import { type Draw, NOT_DRAWN, ORDER_ENDS, type StandingOrder } from "./order.ts";
import { NOT_DRAWN_TEXTS, ORDER_END_TEXTS } from "./order-texts.ts";

/** Tells the holder what has become of an order this time. */
export function noticeOf(mode: Mode, citizen: CitizenId, order: StandingOrder): Event {
  const { application: about, ended, last } = order;
  const told = { mode, to: [citizen] };
  if (ended) return { type: "fund-order.ended", ...told, payload: { about, orderEnd: ended.because } };
  if (!last) throw new Error(`nothing has become of the order of ${about}`);
  return last.amount === undefined
    ? { type: "fund-order.not-drawn", ...told, payload: { about, notDrawn: nameOfReason(last) } }
    : { type: "fund-order.drawn", ...told, payload: { about, amount: formatMoney(last.amount) } };
}

/** The reason as a code: of a check with its item, so that it can be named. */
const nameOfReason = ({ because, check }: Extract<Draw, { readonly because: string }>): string =>
  check && because === "RULE" ? `RULE ${check.item} ${check.version} ${check.code}` : because;

/** How a notification calls what kept an order from drawing. */
export const notDrawnNaming: Naming = {
  gap: "notDrawn",
  field: "notDrawn",
  nameOf: async (database, code) => {
    const [reason, item = "", version, check] = code.split(" ");
    const known = NOT_DRAWN.find((one) => one === reason);
    if (!known || !version) return known && NOT_DRAWN_TEXTS[known];
    const asked = await findServiceItem(item, { version: Number(version) }, database);
    const unmet = asked?.rule?.checks.find((one) => one.code === check);
    if (!unmet) return NOT_DRAWN_TEXTS[known];
    return { zh: `未满足“${unmet.name.zh}”`, en: `this is not met: ${unmet.name.en}` };
  },
};

/** How it calls what has ended one. */
export const orderEndNaming: Naming = {
  gap: "orderEnd",
  field: "orderEnd",
  nameOf: async (_, code) => {
    const because = ORDER_ENDS.find((one) => one === code);
    return because && ORDER_END_TEXTS[because];
  },
};
