import { regionText } from "../../../field/named-region.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Values } from "../../../kernel/message.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LineCode } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { getOperator } from "../operator-store.ts";
import type { Clearing, ClearingKind, ClearingRule, OperatedLine } from "./clearing-rule.ts";
import { getClearing, putClearing } from "./clearing-store.ts";

export type ClearingWish = {
  readonly region: RegionCode;
  readonly effectiveFrom: CivilDate;
  readonly kind: ClearingKind;
  readonly entryPerMille: number;
  readonly lines: readonly { readonly line: string; readonly operator: string }[];
};

type Invalid = {
  readonly code:
    | "NO_NETWORK"
    | "CLEARING_NOT_AHEAD"
    | "CLEARING_SHARE_OUT_OF_RANGE"
    | "CLEARING_LINE_UNKNOWN"
    | "CLEARING_LINE_TWICE"
    | "CLEARING_NO_OPERATOR";
  readonly values?: Values;
  readonly path: readonly string[];
};

export type ClearingRefusal =
  | Invalid
  | { readonly code: "NOT_FOUND" }
  /** Four eyes: whoever proposes a rule does not agree to it. */
  | { readonly code: "SAME_OFFICER" };

export type ClearingPorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

const PER_MILLE_MAX = 1_000;

/**
 * Proposes how the operators of a region share rides from a day on that has not begun; a proposal for the same day that
 * nobody has agreed to is replaced. It counts when another officer has agreed to it.
 */
export async function proposeClearing(
  ports: ClearingPorts,
  wish: ClearingWish,
): Promise<Result<Clearing, ClearingRefusal>> {
  const { actor, now, database } = ports;
  const lines = await linesOf(ports, wish);
  if (!lines.ok) return lines;
  const { region, effectiveFrom, kind, entryPerMille } = wish;
  const rule: ClearingRule = {
    ...{ effectiveFrom, kind, entryPerMille, lines: lines.value },
    ...{ proposedBy: actor.id, proposedPerson: actor.person, proposedAt: now },
  };
  return decideUntilWritten({
    database,
    about: `the clearing of ${region}`,
    read: () => getClearing(database, region),
    decide: (before) => {
      const others = before.rules.filter(
        (each) => each.effectiveFrom !== effectiveFrom || each.agreedBy !== undefined,
      );
      return ok({ before, after: { ...before, rules: [...others, rule], revision: before.revision + 1 } });
    },
    write: ({ before, after }) => write(ports, before, after, "transit.clearing.proposed"),
  });
}

/** Another officer agrees to the rule that was proposed for a day. Said again it changes nothing. */
export function agreeToClearing(
  ports: ClearingPorts,
  region: RegionCode,
  effectiveFrom: CivilDate,
): Promise<Result<Clearing, ClearingRefusal>> {
  const { actor, now, database } = ports;
  return decideUntilWritten({
    database,
    about: `the clearing of ${region}`,
    read: () => getClearing(database, region),
    decide: (before) => {
      const ofDay = before.rules.filter((each) => each.effectiveFrom === effectiveFrom);
      const proposed = ofDay.find(({ agreedBy }) => agreedBy === undefined);
      if (!proposed) return unchanged(ofDay.length > 0 ? ok(before) : err({ code: "NOT_FOUND" }));
      if (isProposer(actor, proposed)) return err({ code: "SAME_OFFICER" });
      if (effectiveFrom <= dateAt(now)) return err(NOT_AHEAD);
      const agreed = { ...proposed, agreedBy: actor.id, agreedAt: now };
      const others = before.rules.filter((each) => each.effectiveFrom !== effectiveFrom);
      return ok({ before, after: { ...before, rules: [...others, agreed], revision: before.revision + 1 } });
    },
    write: ({ before, after }) => write(ports, before, after, "transit.clearing.agreed"),
  });
}

const NOT_AHEAD = { code: "CLEARING_NOT_AHEAD", path: ["effectiveFrom"] } as const;

const write = (
  { commit, database, actor, now: at, requestId }: ClearingPorts,
  before: Clearing,
  after: Clearing,
  action: string,
) =>
  commit({
    ...{ actor, at, requestId, action, aggregate: `clearing#${after.region}`, table: "registry" },
    writes: [putClearing(database, after, before.revision)],
  });

async function linesOf(
  { database, now }: ClearingPorts,
  { region, effectiveFrom, entryPerMille, lines }: ClearingWish,
): Promise<Result<readonly OperatedLine[], Invalid>> {
  const network = networkIn(region);
  if (!network) return err({ code: "NO_NETWORK", values: { region: regionText(region) }, path: ["region"] });
  if (effectiveFrom <= dateAt(now)) return err(NOT_AHEAD);
  if (!Number.isInteger(entryPerMille) || entryPerMille < 0 || entryPerMille > PER_MILLE_MAX)
    return err({ code: "CLEARING_SHARE_OUT_OF_RANGE", path: ["entryPerMille"] });
  const found: OperatedLine[] = [];
  for (const [i, { line, operator }] of lines.entries()) {
    const path = ["lines", String(i)];
    const code = network.lines.get(line as LineCode)?.code;
    if (!code) return err({ code: "CLEARING_LINE_UNKNOWN", values: { line }, path });
    if (found.some((each) => each.line === code))
      return err({ code: "CLEARING_LINE_TWICE", values: { line }, path });
    const known = isId("ptn", operator) ? await getOperator(database, operator) : undefined;
    if (known?.region !== region) return err({ code: "CLEARING_NO_OPERATOR", path });
    found.push({ line: code, operator: known.partnerId });
  }
  return ok(found);
}
