import type { TicketStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

/** As much of a number as tells how it stands. */
type Ticket = {
  readonly status: TicketStatus;
  readonly ahead: number | null;
  readonly window: string | null;
  readonly timesCalled: number;
};

type Standing = { readonly title: Text; readonly text: Text };

/** So many or more are counted as that many. */
const AHEAD_MAX = 100;

/** How it stands with a number, and what its holder does now. */
export function standingOf(ticket: Ticket): Standing {
  switch (ticket.status) {
    case "WAITING":
      return waiting(ticket.ahead);
    case "CALLED":
      return called(ticket.window ?? "", ticket.timesCalled);
    case "SERVED":
      return {
        title: { zh: "已办理", en: "You have been served" },
        text: { zh: "感谢您的到来。", en: "Thank you for coming." },
      };
    case "NO_SHOW":
      return {
        title: { zh: "您已过号", en: "Your number was missed" },
        text: {
          zh: `叫号 ${ticket.timesCalled} 次无人应答。请到取号机或咨询台重新取号。`,
          en: `It was called ${times(ticket.timesCalled)} and nobody came. Take another number at the kiosk or the desk.`,
        },
      };
    case "GIVEN_UP":
      return {
        title: { zh: "这个号已失效", en: "This number holds no more" },
        text: {
          zh: "您已放弃，或当天已结束。要办理请重新取号。",
          en: "It was given up, or its day is over. Take another number to be served.",
        },
      };
  }
}

function waiting(ahead: number | null): Standing {
  if (ahead === null)
    return {
      title: { zh: "当天已结束", en: "Its day is over" },
      text: { zh: "这个号不再有效，请重新取号。", en: "This number holds no more. Take another one." },
    };
  if (ahead === 0)
    return {
      title: { zh: "下一个就是您", en: "You are next" },
      text: { zh: "请在叫号区等候。", en: "Please stay near the windows." },
    };
  const count =
    ahead >= AHEAD_MAX
      ? { zh: `${AHEAD_MAX} 人以上`, en: `${AHEAD_MAX} or more` }
      : { zh: `${ahead} 人`, en: String(ahead) };
  return {
    title: { zh: `前面还有 ${count.zh}`, en: `${count.en} ahead of you` },
    text: {
      zh: "到了预约时段的人优先，所以人数有时会增加。",
      en: "Visitors whose booked time has come go first, so the number may grow.",
    },
  };
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

const called = (window: string, count: number): Standing => ({
  title: { zh: `请到 ${window} 号窗口`, en: `Please go to window ${window}` },
  text: {
    zh: count > 1 ? `已叫号 ${count} 次，请尽快前往。` : "现在轮到您了，请带好身份证。",
    en:
      count > 1
        ? `You were called ${times(count)}: please go now.`
        : "It is your turn. Have your identity card ready.",
  },
});
