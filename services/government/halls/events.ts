import type { EventStatement } from "../../kernel/service.ts";

/** The events of halls, with their texts for citizens. */
export const HALL_EVENTS = {
  "appointment.booked": {
    payload: ["about"],
    text: {
      zh: "您{appointment}已成功，请按时到大厅取号办理。",
      en: "Your appointment is booked: {appointment}; please come in time.",
    },
  },
  "appointment.moved": {
    payload: ["about"],
    text: {
      zh: "您的预约已改期，现为您{appointment}。",
      en: "Your appointment was moved; it is now {appointment}.",
    },
  },
  "appointment.cancelled": {
    payload: ["about"],
    text: { zh: "您{appointment}已取消。", en: "Your appointment was cancelled: {appointment}." },
  },
  "appointment.no-show": {
    payload: ["about"],
    text: {
      zh: "您未履行{appointment}，已记为一次爽约；90 天内三次将暂停预约 30 天。",
      en: "You did not keep your appointment: {appointment}. Three of them within 90 days, and you cannot book for 30 days.",
    },
  },
  "appointment.hall-closed": {
    payload: ["about"],
    text: {
      zh: "大厅当日未开放，您{appointment}已失效，不计爽约，请重新预约。",
      en: "The hall was closed on the day of your appointment ({appointment}); please book anew. It does not count against you.",
    },
  },
  "appointment.cancelled-by-hall": {
    payload: ["about", "hall", "time"],
    text: {
      zh: "{hall}将于 {time} 不开放，您的预约已被大厅取消，不计爽约，请重新预约。",
      en: "{hall} will not be open at {time}, so it has cancelled your appointment; please book anew. It does not count against you.",
    },
  },
  "ticket.called": {
    payload: ["about", "number", "window"],
    text: {
      zh: "{number} 号，请到 {window} 号窗口办理。",
      en: "Number {number}, please go to window {window}.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
