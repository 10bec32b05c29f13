import {
  ACTION_AFTER_RECONSIDERATION_DAYS,
  ACTION_MONTHS,
  RECONSIDERATION_DAYS,
} from "../../field/remedies.ts";
import type { Language, Say } from "../../kernel/message.ts";
import type { Remedies } from "./notice.ts";
import type { Place } from "./statement.ts";

/** The remedies against an act in words, as its decision tells them. */
export function remediesText(
  { servedOn, notice, isTold, isReconsiderationFirst, limits }: Remedies,
  language: Language,
  say: Say,
): string {
  const { authority, article, orElse, isStateCouncilOpen, court } = notice;
  const values = {
    ...{ servedOn, authority: authority.name[language], article: article[language] },
    ...{ days: String(RECONSIDERATION_DAYS), until: limits.reconsiderationUntil },
    ...{ months: String(ACTION_MONTHS), court: court.name[language], actionUntil: limits.actionUntil },
    ...{ after: String(ACTION_AFTER_RECONSIDERATION_DAYS) },
  };
  const parts = [
    say(isReconsiderationFirst ? "REMEDY_DELAY" : isTold ? "REMEDY_TOLD" : "REMEDY_NOT_TOLD", values),
    waysTo(authority, language, say),
    authority.online === undefined && say("REMEDY_ONLINE_UNKNOWN"),
    orElse && say("REMEDY_OR_ELSE", { name: orElse.name[language] }),
    isReconsiderationFirst || say(isTold ? "REMEDY_COURT" : "REMEDY_COURT_NOT_TOLD", values),
    waysTo(court, language, say),
    say("REMEDY_AFTER", values),
    isStateCouncilOpen && say("REMEDY_STATE_COUNCIL"),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(language === "zh" ? "" : " ");
}

/** The ways to an office, as far as they are known. */
function waysTo({ address, telephone, online }: Place, language: Language, say: Say): string {
  const ways = [
    address && say("REMEDY_ADDRESS", { address: address[language] }),
    telephone && say("REMEDY_TELEPHONE", { telephone }),
    online && say("REMEDY_ONLINE", { online }),
  ];
  return ways.filter((way) => way).join(language === "zh" ? "" : " ");
}
