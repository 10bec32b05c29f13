import type { Actor } from "../../kernel/actor.ts";
import { type CitizenId, isId, type PartnerId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Violation } from "./item-terms.ts";
import { pilotPlace } from "./pilot-draw.ts";

/** OFF hides an item in a region even where a broader one has it on. */
export type RollOutStage = "OFF" | "PILOT" | "GENERAL";

/** The people who take part in a pilot; without limits, everybody in its region. */
export type PilotLimits = {
  /** Of a hundred citizens so many, drawn once and for all; all of them where there is none. */
  readonly sharePercent?: number | undefined;
  /** Partners that may apply for anybody; where some are invited, no other partner may apply at all. */
  readonly partners?: readonly PartnerId[] | undefined;
};

/** Each stands in the list entry of a region, which is read with every page. */
export const PILOT_PARTNERS_MAX = 20;

/** The limits of a pilot as an editor wishes them, checked; nothing else than a pilot has limits. */
export function checkLimits(
  stage: RollOutStage,
  wish: { readonly sharePercent?: number | undefined; readonly partners: readonly string[] } | undefined,
): Result<PilotLimits, Violation> {
  if (!wish) return ok({});
  const { sharePercent, partners: named } = wish;
  if (stage !== "PILOT") return err({ code: "LIMITS_WITHOUT_PILOT", path: ["pilot"] });
  if (sharePercent !== undefined && (sharePercent < 0 || sharePercent > 100)) {
    return err({ code: "SHARE_OUT_OF_RANGE", path: ["pilot", "sharePercent"] });
  }
  const partners: PartnerId[] = [];
  for (const [i, partner] of [...new Set(named)].sort().entries()) {
    if (i >= PILOT_PARTNERS_MAX) {
      return err({
        code: "TOO_MANY",
        values: { max: String(PILOT_PARTNERS_MAX) },
        path: ["pilot", "partners"],
      });
    }
    if (!isId("ptn", partner)) return err(noSuchPartner(partner));
    partners.push(partner);
  }
  return ok({
    ...(sharePercent === undefined ? {} : { sharePercent }),
    ...(partners.length > 0 ? { partners } : {}),
  });
}

export const noSuchPartner = (partner: string): Violation => ({
  code: "NO_SUCH_PARTNER",
  values: { partner },
  path: ["pilot", "partners"],
});

export const sameLimits = (one: PilotLimits, other: PilotLimits): boolean =>
  one.sharePercent === other.sharePercent && (one.partners ?? []).join() === (other.partners ?? []).join();

/** The caller who asks for an item, as far as a pilot is concerned. */
export type Asker = {
  /** Where the citizen whom it is for stands in the draw of an item, from 0 to below 100. */
  readonly placeIn?: (code: string) => number;
  /** The partner that asks, for them or for itself. */
  readonly partner?: PartnerId;
  /** Sees every pilot: anybody who works on it has to. */
  readonly isOfficer?: true;
};

/** A citizen, by whichever way they come: by themselves, at a window, or through a partner, which may be invited. */
export const citizenAsker = (
  citizen: CitizenId,
  secrets: Pick<Secrets, "mac">,
  through?: PartnerId,
): Asker => ({
  placeIn: (code) => pilotPlace(code, citizen, secrets),
  ...(through ? { partner: through } : {}),
});

/** The reader of the catalogue. */
export function askerOf(actor: Actor, secrets: Pick<Secrets, "mac">): Asker {
  switch (actor.kind) {
    case "CITIZEN":
      return citizenAsker(actor.id, secrets);
    case "PARTNER":
      return { partner: actor.id };
    case "OFFICER":
      return { isOfficer: true };
    case "ANONYMOUS":
      return {};
  }
}

/**
 * Whether an item at this stage is there for somebody. A pilot is for anybody who was drawn, and for whomever an invited
 * partner applies. A larger share has all of a smaller one in it.
 */
export function isFor(
  {
    code,
    stage,
    sharePercent,
    partners = [],
  }: PilotLimits & { readonly code: string; readonly stage: RollOutStage },
  { placeIn, partner, isOfficer }: Asker,
): boolean {
  if (stage !== "PILOT") return stage === "GENERAL";
  if (isOfficer) return true;
  if (partner && partners.length > 0) return partners.includes(partner);
  if (sharePercent === undefined) return true;
  return placeIn !== undefined && placeIn(code) < sharePercent;
}
