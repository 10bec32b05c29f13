import type { AppointmentStatus, TicketStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

type Status = { readonly text: Text; readonly tone: Tone };

export const APPOINTMENT_STATUSES: Readonly<Record<AppointmentStatus, Status>> = {
  BOOKED: { text: { zh: "已预约", en: "Booked" }, tone: "good" },
  CANCELLED: { text: { zh: "已取消", en: "Cancelled" }, tone: "plain" },
  CHECKED_IN: { text: { zh: "已取号", en: "Ticket taken" }, tone: "good" },
  NO_SHOW: { text: { zh: "爽约", en: "Not kept" }, tone: "bad" },
  HALL_CLOSED: { text: { zh: "大厅未开放", en: "The hall was closed" }, tone: "bad" },
};

export const TICKET_STATUSES: Readonly<Record<TicketStatus, Status>> = {
  WAITING: { text: { zh: "等候中", en: "Waiting" }, tone: "wait" },
  CALLED: { text: { zh: "已叫号", en: "Called" }, tone: "act" },
  SERVED: { text: { zh: "已办理", en: "Served" }, tone: "good" },
  NO_SHOW: { text: { zh: "过号", en: "Missed" }, tone: "bad" },
  GIVEN_UP: { text: { zh: "已放弃", en: "Given up" }, tone: "plain" },
};

/** An item that the catalogue does not have any more. */
export const SOME_ITEM: Text = { zh: "窗口业务", en: "A matter at the window" };
