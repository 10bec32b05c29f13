import { citizenAsker, findOffer } from "../catalogue/index.ts";
import type { Citizen } from "../platform/actor.ts";
import { fingerprintOf, idempotentId } from "../platform/idempotency.ts";
import type { RegionCode } from "../platform/region.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Application } from "./application.ts";
import { type CasePorts, writeCase } from "./change-case.ts";
import { getApplication, putPointer } from "./store.ts";

export type StartPorts = CasePorts & { readonly actor: Citizen; readonly secrets: Secrets };

export type StartWish = {
  readonly item: string;
  readonly region: RegionCode;
  readonly idempotencyKey: string;
};

export type StartRefusal =
  | {
      readonly code: "ITEM_NOT_OFFERED" | "ITEM_IN_PILOT" | "ITEM_NOT_FOR_PERSONS" | "ITEM_NOT_ONLINE";
      readonly path: readonly string[];
    }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * A citizen's draft of an application, on the version of the item that is in force in the region; it keeps that version
 * whatever is published later, and the stage whatever is rolled out later.
 */
export async function startApplication(
  ports: StartPorts,
  wish: StartWish,
): Promise<Result<Application, StartRefusal>> {
  const { actor, now, database, secrets } = ports;
  const { item: code, region } = wish;
  const id = idempotentId("app", actor, "startApplication", wish.idempotencyKey);
  const creation = fingerprintOf([code, region]);
  const earlier = await getApplication(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const offer = await findOffer(code, region, citizenAsker(actor.id, secrets), database);
  if (!offer.ok) return err({ ...offer.error, path: ["item"] });
  const { item, stage } = offer.value;
  if (!item.audiences.includes("NATURAL_PERSON"))
    return err({ code: "ITEM_NOT_FOR_PERSONS", path: ["item"] });
  if (!item.channels.includes("ONLINE")) return err({ code: "ITEM_NOT_ONLINE", path: ["item"] });
  const { promisedWorkingDays, statutoryWorkingDays } = item;
  const draft: Application = {
    ...{ id, citizenId: actor.id, item: { code, version: item.version }, region, creation },
    ...{ department: item.department.code, channel: "ONLINE", stage, status: "DRAFT" },
    ...{ createdAt: now, savedAt: now, tasks: [], finished: [], revision: 1 },
    clock: { promisedWorkingDays, statutoryWorkingDays, pauses: [] },
  };
  const changed = { application: draft, action: "started", writes: [putPointer(ports, draft)] };
  if (await writeCase(ports, changed, undefined)) return ok(draft);
  database.forget();
  const other = await getApplication(ports, id);
  if (!other) throw new Error("a draft was refused and is not there");
  return sameAs(other, creation);
}

const sameAs = (earlier: Application, creation: string): Result<Application, StartRefusal> =>
  earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
