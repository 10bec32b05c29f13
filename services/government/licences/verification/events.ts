import type { EventStatement } from "../../../kernel/service.ts";

/** The events of electronic licences, with their texts for citizens. */
export const LICENCE_EVENTS = {
  "licence.ends-guessed": {
    payload: ["about", "until"],
    text: {
      zh: "有人多次用错误的持证人号码末位核验您的电子证照。{until}以前，仅凭末位的核验一律只显示状态；您可在证照的核验记录中查看。",
      en: "Somebody has tried several wrong ends of the holder's number to verify your licence. Until {until} such a verification shows no more than how it stands; its record of verifications has more.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
