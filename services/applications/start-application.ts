import { findServiceItem } from "../catalogue/index.ts";
import { lookUpCapacity } from "../enterprises/index.ts";
import type { Citizen } from "../platform/actor.ts";
import { fingerprintOf, idempotentId } from "../platform/idempotency.ts";
import type { RegionCode } from "../platform/region.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { type Subject, subjectKey } from "../platform/subject.ts";
import type { Application } from "./application.ts";
import { type CasePorts, writeCase } from "./change-case.ts";
import { getApplication } from "./store.ts";
import { putPointers } from "./subject-applications-store.ts";

export type StartPorts = CasePorts & { readonly actor: Citizen };

export type StartWish = {
  readonly item: string;
  readonly region: RegionCode;
  /** Whose matter it is. */
  readonly subject: Subject;
  readonly idempotencyKey: string;
};

export type StartRefusal =
  | {
      readonly code:
        | "NOT_AUTHORISED"
        | "ITEM_NOT_OFFERED"
        | "ITEM_NOT_FOR_PERSONS"
        | "ITEM_NOT_FOR_ENTERPRISES"
        | "ITEM_NOT_ONLINE";
      readonly path: readonly string[];
    }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

const AUDIENCE_OF = {
  PERSON: { audience: "NATURAL_PERSON", refusal: "ITEM_NOT_FOR_PERSONS" },
  ENTERPRISE: { audience: "LEGAL_PERSON", refusal: "ITEM_NOT_FOR_ENTERPRISES" },
} as const;

/**
 * A citizen's draft of an application, for themselves or for whom they may act, on the version of the item that is in
 * force in the region; it keeps that version whatever is published later. Whom they may not act for, known or unknown,
 * answers NOT_AUTHORISED.
 */
export async function startApplication(
  ports: StartPorts,
  wish: StartWish,
): Promise<Result<Application, StartRefusal>> {
  const { actor, now, database } = ports;
  const { item: code, region, subject } = wish;
  const capacity = await lookUpCapacity(ports, actor.id, subject, { item: code, now });
  if (!capacity) return err({ code: "NOT_AUTHORISED", path: ["for"] });
  const id = idempotentId("app", actor, "startApplication", wish.idempotencyKey);
  const creation = fingerprintOf([code, region, subjectKey(subject)]);
  const earlier = await getApplication(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const item = await findServiceItem(code, { region }, database);
  if (!item) return err({ code: "ITEM_NOT_OFFERED", path: ["item"] });
  const { audience, refusal } = AUDIENCE_OF[subject.kind];
  if (!item.audiences.includes(audience)) return err({ code: refusal, path: ["item"] });
  if (!item.channels.includes("ONLINE")) return err({ code: "ITEM_NOT_ONLINE", path: ["item"] });
  const { promisedWorkingDays, statutoryWorkingDays } = item;
  const draft: Application = {
    ...{ id, citizenId: actor.id, subject, capacity, region, creation },
    ...{ item: { code, version: item.version } },
    ...{ department: item.department.code, channel: "ONLINE", status: "DRAFT" },
    ...{ createdAt: now, savedAt: now, tasks: [], finished: [], revision: 1 },
    clock: { promisedWorkingDays, statutoryWorkingDays, pauses: [] },
  };
  const changed = { application: draft, action: "started", writes: putPointers(ports, draft) };
  if (await writeCase(ports, changed, undefined)) return ok(draft);
  database.forget();
  const other = await getApplication(ports, id);
  if (!other) throw new Error("a draft was refused and is not there");
  return sameAs(other, creation);
}

const sameAs = (earlier: Application, creation: string): Result<Application, StartRefusal> =>
  earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
