import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { CardKind } from "../network/fare.ts";
import { type Entitlement, endedOn } from "./entitlement.ts";
import { getEntitlement, putEntitlement } from "./entitlement-store.ts";
import { findHolder, type HolderProblem, type WindowPorts } from "./grant-entitlement.ts";

export type EndWish = {
  /** Of any card of the person's. */
  readonly cardNumber: string;
  readonly kind: CardKind;
  /** The last day on which it holds. */
  readonly on: CivilDate;
  readonly reason: string;
};

export type EndRefusal =
  | HolderProblem
  | { readonly code: "ENTITLEMENT_NOT_FOUND" }
  | ((TextProblem | { readonly code: "ENTITLEMENT_ENDS_IN_PAST" }) & { readonly path: readonly string[] });

const REASON_LENGTH = { min: 2, max: 200 };

/**
 * Ends a person's right to ride with a day that is not over: from the next one on their rides cost the standard fare, and
 * what was ridden stays free. Ended again with the same day it stays so.
 */
export async function endEntitlement(
  ports: WindowPorts,
  { cardNumber, kind, on, reason: stated }: EndWish,
): Promise<Result<Entitlement, EndRefusal>> {
  const { actor, now: at, requestId, mode } = ports;
  const reason = checkText(stated, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  const found = await findHolder(ports, cardNumber);
  if (!found.ok) return found;
  const { id: card, holder, region } = found.value;
  if (kind === "STANDARD") return err({ code: "ENTITLEMENT_NOT_FOUND" });
  return decideUntilWritten({
    database: ports.database,
    about: `the entitlement ${kind} of ${holder}`,
    read: () => getEntitlement(ports, holder, kind, region),
    decide: (before) => {
      if (!before) return err({ code: "ENTITLEMENT_NOT_FOUND" });
      if (before.grants.some(({ ended }) => ended?.on === on)) return unchanged(ok(before));
      if (on < dateAt(at)) return err({ code: "ENTITLEMENT_ENDS_IN_PAST", path: ["on"] });
      const after = endedOn(before, on, reason.value);
      return after ? ok({ before, after }) : err({ code: "ENTITLEMENT_NOT_FOUND" });
    },
    write: ({ after }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: holder, table: recordsTable(mode) },
        ...{ action: "transit.entitlement.ended", reason: reason.value },
        writes: [putEntitlement(ports, after, after.revision - 1)],
        event: {
          ...({ type: "transit-entitlement.ended", mode, to: [holder] } as const),
          payload: { about: card, on, reason: reason.value },
        },
      }),
  });
}
