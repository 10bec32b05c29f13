import { governmentName } from "../../field/government-name.ts";
import {
  ACTION_AFTER_RECONSIDERATION_DAYS,
  ACTION_MONTHS,
  RECONSIDERATION_DAYS,
} from "../../field/remedies.ts";
import { fill, type Language, type Message } from "../../kernel/message.ts";
import type { Remedies } from "./notice.ts";
import { REMEDY_TEXTS } from "./remedy-texts.ts";
import type { Place } from "./statement.ts";

const sayIn =
  (language: Language) =>
  (code: keyof typeof REMEDY_TEXTS, values: Readonly<Record<string, string>> = {}): string =>
    fill(REMEDY_TEXTS[code], language, values);

/** The remedies against an act in words, as its decision tells them. */
export function remediesText(
  { servedOn, notice, isTold, onlineNow, isReconsiderationFirst, limits }: Remedies,
  language: Language,
): string {
  const say = sayIn(language);
  const { authority, article, orElse, isStateCouncilOpen, court } = notice;
  const values = {
    ...{ servedOn, authority: placeName(authority)[language], article: article[language] },
    ...{ days: String(RECONSIDERATION_DAYS), until: limits.reconsiderationUntil },
    ...{ months: String(ACTION_MONTHS), court: placeName(court)[language], actionUntil: limits.actionUntil },
    ...{ after: String(ACTION_AFTER_RECONSIDERATION_DAYS) },
  };
  const parts = [
    say(isReconsiderationFirst ? "REMEDY_DELAY" : isTold ? "REMEDY_TOLD" : "REMEDY_NOT_TOLD", values),
    waysTo(authority, language),
    authority.online === undefined &&
      (onlineNow === undefined
        ? say("REMEDY_ONLINE_UNKNOWN")
        : say("REMEDY_ONLINE_LATER", { online: onlineNow })),
    orElse && say("REMEDY_OR_ELSE", { name: placeName(orElse)[language] }),
    isReconsiderationFirst || say(isTold ? "REMEDY_COURT" : "REMEDY_COURT_NOT_TOLD", values),
    waysTo(court, language),
    say("REMEDY_AFTER", values),
    isStateCouncilOpen && say("REMEDY_STATE_COUNCIL"),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(language === "zh" ? "" : " ");
}

/** A government that nobody has named is called by its region's name. */
export function placeName({ name, government }: Place): Message {
  if (name) return name;
  if (!government) throw new Error("a place without a name");
  return governmentName(government);
}

/** The ways to an office, as far as they are known. */
function waysTo({ address, telephone, online }: Place, language: Language): string {
  const say = sayIn(language);
  const ways = [
    address && say("REMEDY_ADDRESS", { address: address[language] }),
    telephone && say("REMEDY_TELEPHONE", { telephone }),
    online && say("REMEDY_ONLINE", { online }),
  ];
  return ways.filter((way) => way).join(language === "zh" ? "" : " ");
}
