import type { Mode } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const MODES: Readonly<Record<Mode, Text>> = {
  TEST: { zh: "测试（沙箱）", en: "Test (sandbox)" },
  LIVE: { zh: "正式", en: "Live" },
};

/** The mode in an address; live where it names none. */
export const modeIn = (text: string | undefined): Mode => (text === "TEST" ? "TEST" : "LIVE");
