import type { RegionCode } from "../../../field/region.ts";
import type { Officer, Partner } from "../../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { TransitStore } from "../card-store.ts";
import type { TransitMode } from "../network/fare.ts";
import { TRANSIT_REGIONS } from "../network/fare-rules.ts";
import { networkIn } from "../network/networks.ts";
import { AHEAD_MAX_MS } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import { checkTariff, type StatedRule, type TariffProblem } from "./check-tariff.ts";
import {
  type AgreeRefusal,
  agree,
  fareRulesOf,
  proposedFares,
  type StandingFares,
  standingOn,
  type Tariff,
  type Tariffs,
  whyNotAgreed,
  withProposal,
} from "./tariff.ts";
import { getTariffs, putTariffs } from "./tariff-store.ts";

export type TariffPorts<A extends Officer | Partner = Officer> = TransitStore & {
  readonly commit: Commit;
  readonly actor: A;
  readonly now: Instant;
  readonly requestId: string;
};

export type ProposeRefusal =
  | TariffProblem
  | {
      readonly code: "NO_TRANSIT_IN_REGION" | "NOT_AN_OPERATOR" | "MODE_NOT_OPERATED";
      readonly path: readonly string[];
    }
  | {
      readonly code: "TOO_MANY";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    };

/**
 * Proposes all fares of a mode in a region: by an operator that runs it there, or by an officer for it. They hold when a
 * treasurer who is not the one that proposed them has agreed; until then they can be proposed anew.
 */
export async function proposeTariff(
  ports: TariffPorts<Officer | Partner>,
  rule: StatedRule,
): Promise<Result<StandingFares, ProposeRefusal>> {
  const { actor, now, database } = ports;
  const { region } = rule;
  if (!TRANSIT_REGIONS.includes(region)) return err({ code: "NO_TRANSIT_IN_REGION", path: ["region"] });
  const operator = actor.kind === "PARTNER" ? await getOperator(database, actor.id) : undefined;
  if (actor.kind === "PARTNER" && operator?.region !== region)
    return err({ code: "NOT_AN_OPERATOR", path: ["region"] });
  if (operator && !operator.modes.includes(rule.mode))
    return err({ code: "MODE_NOT_OPERATED", path: ["mode"] });
  const checked = checkTariff(rule, networkIn(region), dateAt(now));
  if (!checked.ok) return checked;
  const person = actor.kind === "OFFICER" ? actor.person : undefined;
  const by = { proposedBy: actor.id, proposedPerson: person, proposedAt: now };
  const proposal: Tariff = { rule: checked.value, ...by };
  return decideUntilWritten({
    database,
    about: `the fares of ${region}`,
    read: () => getTariffs(ports, region),
    decide: (before) => {
      const after = withProposal(before, proposal);
      if (!after.ok) return err({ ...after.error, path: ["effectiveFrom"] });
      return ok({ before, after: after.value, answer: proposedFares(proposal) });
    },
    write: ({ before, after }) => write(ports, { before, after }, "transit.tariff.proposed"),
  });
}

export type TariffPlace = {
  readonly region: RegionCode;
  readonly mode: TransitMode;
  readonly effectiveFrom: CivilDate;
};

/** Another treasurer agrees to the fares that were proposed for a day. Said again it changes nothing. */
export function agreeToTariff(
  ports: TariffPorts,
  { region, ...place }: TariffPlace,
): Promise<Result<StandingFares, AgreeRefusal>> {
  const { actor, now, database } = ports;
  return decideUntilWritten({
    database,
    about: `the fares of ${region}`,
    read: () => getTariffs(ports, region),
    decide: (before) => {
      const agreed = agree(before, place, { officer: actor, at: now, today: lastDayBegun(now) });
      if (!agreed.ok) return agreed;
      const { tariffs: after, tariff } = agreed.value;
      const standing = standingOn(tariff.rule, fareRulesOf(after), dateAt(now));
      return ok({ before, after, answer: { ...tariff.rule, standing } });
    },
    write: ({ before, after }) => write(ports, { before, after }, "transit.tariff.agreed"),
  });
}

/** A gate's clock may be ahead, and its ride of tomorrow be here already. */
const lastDayBegun = (now: Instant): CivilDate => dateAt(plusMs(now, AHEAD_MAX_MS));

/** Whether an officer can agree to a proposal now. */
export const mayAgree = (proposal: Tariff, officer: Officer, now: Instant): boolean =>
  whyNotAgreed(proposal, { officer, today: lastDayBegun(now) }) === undefined;

const write = (
  ports: TariffPorts<Officer | Partner>,
  { before, after }: { readonly before: Tariffs; readonly after: Tariffs },
  action: string,
) => {
  const { commit, mode, actor, now: at, requestId } = ports;
  return commit({
    ...{ actor, at, requestId, action, aggregate: `fares#${after.region}`, table: recordsTable(mode) },
    writes: [putTariffs(ports, after, before.revision)],
  });
};
