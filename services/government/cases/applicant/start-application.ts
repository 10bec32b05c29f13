import { isInForce } from "../../../field/named-region.ts";
import type { RegionCode } from "../../../field/region.ts";
import { type Subject, subjectKey } from "../../../field/subject.ts";
import type { Partner } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { citizenAsker, extensionOf, findOffer, type ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { writeCase } from "../change-case.ts";
import { handles } from "../circle.ts";
import { type Acting, CHANNEL_OF } from "../mandate/acting-party.ts";
import type { AttendanceOver } from "../mandate/attendance.ts";
import { hasEndedMeanwhile } from "../mandate/attended-commit.ts";
import { type ApplicantPorts, attendanceReason } from "../mandate/change-own-case.ts";
import { lookUpActing, type Matter } from "../mandate/mandate.ts";
import { findUnderAge, type UnderAge } from "../mandate/own-acts.ts";
import { takesIn } from "../mandate/taking-in.ts";
import { readAgreements } from "../read-case-item.ts";
import { getApplication } from "../store.ts";
import { putPointers } from "../subject-cases-store.ts";

export type StartPorts = ApplicantPorts & { readonly secrets: Pick<Secrets, "mac"> };

export type StartWish = {
  readonly item: string;
  readonly region: RegionCode;
  /** The person or enterprise whose matter it is. */
  readonly subject: Subject;
  readonly idempotencyKey: string;
};

export type StartRefusal =
  | {
      readonly code:
        | "NOT_AUTHORISED"
        | "OUTSIDE_JURISDICTION"
        | "ITEM_NOT_OFFERED"
        | "ITEM_IN_PILOT"
        | "ITEM_NOT_FOR_PERSONS"
        | "ITEM_NOT_FOR_ENTERPRISES"
        | "ITEM_NOT_ONLINE"
        | "ITEM_NOT_AT_HALL";
      readonly path: readonly string[];
    }
  | (UnderAge & { readonly path: readonly string[] })
  | AttendanceOver
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

const AUDIENCE_OF = {
  PERSON: { audience: "NATURAL_PERSON", refusal: "ITEM_NOT_FOR_PERSONS" },
  ENTERPRISE: { audience: "LEGAL_PERSON", refusal: "ITEM_NOT_FOR_ENTERPRISES" },
} as const;

const OFFERED_BY = {
  ONLINE: { channel: "ONLINE", refusal: "ITEM_NOT_ONLINE" },
  HALL: { channel: "HALL", refusal: "ITEM_NOT_AT_HALL" },
  PARTNER: { channel: "ONLINE", refusal: "ITEM_NOT_ONLINE" },
} as const;

/**
 * A draft of an application, for the citizen who begins it or for whom they may act, on the version of the item that is
 * in force in the region; it keeps that version whatever is published later, and the stage whatever is rolled out later.
 * A subject for whom they may not act, known or unknown, answers NOT_AUTHORISED; a minor acts alone as far as the item says.
 */
export async function startApplication(
  ports: StartPorts,
  wish: StartWish,
): Promise<Result<Application, StartRefusal>> {
  const { actor, acting, database, secrets } = ports;
  const { item: code, region, subject } = wish;
  const id = idempotentId("app", actor, "startApplication", wish.idempotencyKey);
  const creation = fingerprintOf([code, region, subjectKey(subject), acting.citizen]);
  const earlier = await getApplication(ports, id);
  if (earlier) return sameAs(ports, earlier, creation);
  const through = acting.kind === "PARTNER" ? acting.partner.id : undefined;
  const offer = await findOffer(code, region, citizenAsker(acting.citizen, secrets, through), database);
  if (!offer.ok) return err({ ...offer.error, path: ["item"] });
  // A case that has begun in a zone goes on after its end, and none begins.
  if (!isInForce(region, dateAt(ports.now))) return err({ code: "ITEM_NOT_OFFERED", path: ["item"] });
  const { item, stage } = offer.value;
  const own = {
    ...{ subject, region, item: { code, version: item.version }, department: item.department.code },
    ...{ tasks: [], finished: [] },
  };
  const matter = placed(acting, own);
  if (acting.kind === "CLERK" && !handles(acting.clerk, matter) && !mayTakeIn(ports, acting, matter, item))
    return err({ code: "OUTSIDE_JURISDICTION", path: ["region"] });
  const [capacity, underAge] = await Promise.all([
    lookUpActing(ports, acting, matter, item.handedInAt),
    findUnderAge(ports, acting, subject, item),
  ]);
  if (!capacity) return err({ code: "NOT_AUTHORISED", path: ["for"] });
  if (underAge) return err({ ...underAge, path: ["for"] });
  const refusal = refusalOf(item, subject.kind, CHANNEL_OF[acting.kind]);
  if (refusal) return err({ code: refusal, path: ["item"] });
  const draft = draftOf(ports, { ...matter, id, capacity, creation, stage }, item);
  const writes = putPointers(ports, draft);
  const action = draft.takenInAt ? "started-elsewhere" : "started";
  const changed = { application: draft, action, ...attendanceReason(acting), writes };
  const written = await writeCase(ports, changed, undefined);
  if (written.ok) return ok(draft);
  database.forget();
  const other = await getApplication(ports, id);
  if (!other && (await hasEndedMeanwhile(ports, acting))) return err({ code: "ATTENDANCE_OVER" });
  if (!other) throw new Error("a draft was refused and is not there");
  return sameAs(ports, other, creation);
}

/** With the window at which it is taken in, where its clerk is of another region. */
const placed = <M extends Matter>(acting: Acting, matter: M): M & Pick<Matter, "takenInAt"> =>
  acting.kind === "CLERK" && acting.attendance.at && !handles(acting.clerk, matter)
    ? { ...matter, takenInAt: acting.attendance.at }
    : matter;

const mayTakeIn = (
  { now }: Pick<StartPorts, "now">,
  { clerk }: Extract<Acting, { kind: "CLERK" }>,
  matter: Matter,
  { handedInAt = [] }: Pick<ServiceItem, "handedInAt">,
): boolean => takesIn(clerk, matter, handedInAt, dateAt(now));

/** Why an item is not applied for by this kind of subject, or not by this channel. */
function refusalOf(
  { audiences, channels }: Pick<ServiceItem, "audiences" | "channels">,
  kind: Subject["kind"],
  channel: keyof typeof OFFERED_BY,
) {
  const [to, by] = [AUDIENCE_OF[kind], OFFERED_BY[channel]];
  if (!audiences.includes(to.audience)) return to.refusal;
  return channels.includes(by.channel) ? undefined : by.refusal;
}

const draftOf = (
  { acting, now }: StartPorts,
  begun: Pick<
    Application,
    | "id"
    | "subject"
    | "capacity"
    | "region"
    | "item"
    | "department"
    | "creation"
    | "stage"
    | "tasks"
    | "finished"
    | "takenInAt"
  >,
  item: ServiceItem,
): Application => ({
  ...begun,
  ...{ citizenId: acting.citizen, channel: CHANNEL_OF[acting.kind], status: "DRAFT" },
  ...(acting.kind === "PARTNER" ? { partner: partnerOf(acting.partner) } : {}),
  ...{ createdAt: now, savedAt: now, revision: 1 },
  clock: {
    promisedWorkingDays: item.promisedWorkingDays,
    statutoryWorkingDays: item.statutoryWorkingDays,
    ...(item.statutoryDays ? { statutoryDays: item.statutoryDays } : {}),
    ...(item.limitCoversDelivery ? { limitCoversDelivery: true } : {}),
    extensible: extensionOf(item),
    pauses: [],
  },
});

const partnerOf = ({ id: partnerId, name, creditCode }: Partner) => ({ partnerId, name, creditCode });

/** The case that the same key has begun before, for callers who may still act in it. */
async function sameAs(
  ports: StartPorts,
  earlier: Application,
  creation: string,
): Promise<Result<Application, StartRefusal>> {
  if (!(await lookUpActing(ports, ports.acting, earlier, await readAgreements(ports, earlier))))
    return err({ code: "NOT_AUTHORISED", path: ["for"] });
  return earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
}
