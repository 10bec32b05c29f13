import type { SendText } from "../text-messages.ts";

/** Shows a text where a developer sees it. It holds a code that opens something, so it goes past the log. */
export const printTo =
  (show: (line: string) => void): SendText =>
  async ({ mobile, text }) => {
    show(`text message to ${mobile}: ${text}`);
    return { outcome: "ACCEPTED" };
  };
