import { knowZones, type Zone } from "../../field/zones.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { getZones, putZones, TABLE } from "./store.ts";
import { checkZone, type NotAZone, withZone, type ZoneWish } from "./zone-list.ts";

export type ZonePorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type NotRecorded =
  | NotAZone
  | (TextProblem & { readonly path: readonly string[] })
  | { readonly code: "ZONE_OUTSIDE_JURISDICTION"; readonly path: readonly string[] };

const NAME_LENGTH_MAX = 60;
const REASON_LENGTH = { min: 2, max: 500 };

/**
 * Adds a development zone to the regions, or states its name and its days anew. From then on it is a region as any other:
 * items are offered in it, cases begin and queue in it, and officers of the region that it lies in have it in their
 * jurisdiction. Other processes know it within a minute.
 */
export async function recordZone(
  ports: ZonePorts,
  wish: ZoneWish,
  said: string,
): Promise<Result<Zone, NotRecorded>> {
  const { actor, database, commit, now: at, requestId } = ports;
  const { departments, regionPrefix } = actor.jurisdiction;
  const isOfAll = departments.length === 0 && wish.parent.startsWith(regionPrefix);
  if (!isOfAll) return err({ code: "ZONE_OUTSIDE_JURISDICTION", path: ["input", "parent"] });
  const name = checkText(wish.name, 2, NAME_LENGTH_MAX);
  if (!name.ok) return err({ ...name.error, path: ["input", "name"] });
  const reason = checkText(said, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  const zone = checkZone({ ...wish, name: name.value });
  if (!zone.ok) return zone;
  const written = await decideUntilWritten({
    database,
    about: "the development zones",
    read: () => getZones(database),
    decide: (before) => {
      const after = withZone(before, zone.value);
      return after.ok ? ok({ before, after: after.value }) : after;
    },
    write: ({ after }) =>
      commit({
        ...{ actor, at, requestId, table: TABLE, action: "regions.zone.recorded" },
        ...{ aggregate: "region-zones", reason: `${zone.value.code}: ${reason.value}` },
        writes: [putZones(database, after)],
      }),
  });
  if (!written.ok) return written;
  knowZones(written.value.zones);
  return zone;
}
