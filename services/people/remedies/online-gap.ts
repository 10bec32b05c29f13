import type { Mode } from "../../kernel/actor.ts";
import type { Log } from "../../kernel/process/log.ts";
import type { Deciding, RemedyNotice } from "./notice.ts";

/** Whether an act that is served online lacks the channel that it has to come with (Administrative Reconsideration Law, art. 22). */
export const lacksChannel = ({ authority }: RemedyNotice): boolean => authority.online === undefined;

/** Tells operators of an act that was served online without a channel; of the sandbox's nobody is served. */
export function logOnlineGap(
  { log, mode }: { readonly log: Log; readonly mode: Mode },
  notice: RemedyNotice,
  { region, department }: Pick<Deciding, "region" | "department">,
): void {
  if (mode === "live" && lacksChannel(notice))
    log("WARN", "a decision names no online channel", { region, department });
}
