import type { Text } from "../../shared/texts/text.ts";

export const waitingIn = (count: number): Text =>
  count === 0
    ? { zh: "现在无人等候", en: "nobody is waiting now" }
    : {
        zh: `现在 ${count} 人等候`,
        en: count === 1 ? "1 person is waiting now" : `${count} people are waiting now`,
      };

export const BOOK: Text = { zh: "预约到大厅办理", en: "Book a visit" };
export const APPOINTMENTS: Text = { zh: "我的预约", en: "My appointments" };
export const FIND_HALL: Text = { zh: "查找政务服务大厅", en: "Find a service hall" };
