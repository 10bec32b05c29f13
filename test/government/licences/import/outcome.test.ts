import { describe, expect, it } from "vitest";
import { creditCode } from "../../../../local/demo/enterprises.ts";
import { region } from "../../../../services/field/region.ts";
import { enterpriseAs } from "../../../../services/field/subject.ts";
import type { ElectronicLicence } from "../../../../services/government/licences/repository/electronic-licence.ts";
import {
  outcomeOf,
  STANDINGS,
  type StatedLicence,
} from "../../../../services/government/licences/repository/stated-licence.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { instantOf } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";

const CODE = creditCode("91110105MA0000004B");
const BY = {
  id: "lic_0123456789abcdef",
  at: instantOf(Date.UTC(2026, 2, 2)),
  place: { list: 0, index: 0 },
} as const;

const stated = (change: Partial<StatedLicence> = {}): StatedLicence => ({
  ...{ type: "permit", typeCode: `${CODE}001`, number: "1", holder: enterpriseAs(CODE) },
  ...{ region: region("110105"), standing: "VALID" },
  version: {
    ...{ typeVersion: 1, content: { name: "甲", more: { a: 1, b: 2 } }, issuedOn: date("2025-05-01") },
    issuer: { department: { code: "BJ", name: { zh: "局", en: "Office" } }, creditCode: CODE },
  },
  ...change,
});

const saying = (change: Partial<StatedLicence["version"]>): Partial<StatedLicence> => ({
  version: { ...stated().version, ...change },
});

function licence(standing: StatedLicence["standing"] = "VALID"): ElectronicLicence {
  const outcome = must(outcomeOf(stated({ standing }), undefined, BY));
  if (outcome.how !== "NEW") throw new Error("a first statement makes a licence");
  return outcome.licence;
}

const judged = (change: Partial<StatedLicence>, before: ElectronicLicence | undefined): string => {
  const outcome = outcomeOf(stated(change), before, BY);
  if (!outcome.ok) return outcome.error.code;
  const { value } = outcome;
  if (value.how === "SAME") return "SAME";
  const { current, suspended, ended, revision } = value.licence;
  expect(revision).toBe((before?.revision ?? 0) + 1);
  return `${value.how} ${current.version} ${ended?.how ?? (suspended ? "SUSPENDED" : "VALID")}`;
};

describe("a register's statement", () => {
  const other = saying({ content: { name: "乙" } });
  const later = saying({ issuedOn: date("2025-06-01") });
  const turned = saying({ content: { more: { b: 2, a: 1 }, name: "甲" } });
  const last = { ...licence(), current: { ...licence().current, version: 999 } };
  const { origin: _, ...decided } = licence();
  it.each<[string, Partial<StatedLicence>, ElectronicLicence | undefined, string]>([
    ["of a licence that is not there makes it", {}, undefined, "NEW 1 VALID"],
    ["of one that is suspended makes it so", { standing: "SUSPENDED" }, undefined, "NEW 1 SUSPENDED"],
    ["of one that has ended makes it so", { standing: "REVOKED" }, undefined, "NEW 1 REVOKED"],
    ["that says the same changes nothing", {}, licence(), "SAME"],
    ["that says the same in another order changes nothing", turned, licence(), "SAME"],
    ["held to another version of its type changes nothing", saying({ typeVersion: 2 }), licence(), "SAME"],
    ["of another content is the next version", other, licence(), "VERSION 2 VALID"],
    [
      "of another end is the next version",
      saying({ validUntil: date("2030-01-01") }),
      licence(),
      "VERSION 2 VALID",
    ],
    [
      "of a later day is the next version",
      saying({ issuedOn: date("2025-06-01") }),
      licence(),
      "VERSION 2 VALID",
    ],
    ["of another region is the next version", { region: region("110108") }, licence(), "VERSION 2 VALID"],
    [
      "of an earlier day is refused",
      saying({ issuedOn: date("2024-06-01") }),
      licence(),
      "OLDER_THAN_STORED",
    ],
    ["suspends", { standing: "SUSPENDED" }, licence(), "STANDING 1 SUSPENDED"],
    ["resumes", {}, licence("SUSPENDED"), "STANDING 1 VALID"],
    [
      "of another content suspends its next version",
      { ...other, standing: "SUSPENDED" },
      licence(),
      "VERSION 2 SUSPENDED",
    ],
    ["cancels", { standing: "CANCELLED" }, licence(), "STANDING 1 CANCELLED"],
    ["revokes one that is suspended", { standing: "REVOKED" }, licence("SUSPENDED"), "STANDING 1 REVOKED"],
    ["revokes one that was cancelled", { standing: "REVOKED" }, licence("CANCELLED"), "STANDING 1 REVOKED"],
    ["ends whatever it says", { ...other, standing: "CANCELLED" }, licence(), "STANDING 1 CANCELLED"],
    [
      "of an end that is known changes nothing",
      { ...other, standing: "CANCELLED" },
      licence("CANCELLED"),
      "SAME",
    ],
    ["of one that had ended is refused", {}, licence("CANCELLED"), "LICENCE_ENDED"],
    ["of another content of one that had ended is refused", other, licence("REVOKED"), "LICENCE_ENDED"],
    ["of one that is issued again makes its next version", later, licence("CANCELLED"), "VERSION 2 VALID"],
    ["touches none that a decision has issued", { standing: "REVOKED" }, decided, "ISSUED_HERE"],
    [
      "gives it to nobody else",
      { holder: { kind: "PERSON", citizenId: "ctz_0123456789abcdef" } },
      licence(),
      "HOLDER_DIFFERS",
    ],
    ["makes no version that an identifier cannot tell", other, last, "VERSIONS_USED_UP"],
  ])("%s", (_, change, before, outcome) => {
    expect(judged(change, before)).toBe(outcome);
  });

  it.each(STANDINGS)("that is taken again changes nothing, whatever it found: %s", (standing) => {
    for (const before of [undefined, ...STANDINGS.map((one) => licence(one))]) {
      for (const change of [{}, other, later]) {
        const first = outcomeOf(stated({ ...change, standing }), before, BY);
        const after = first.ok && first.value.how !== "SAME" ? first.value.licence : before;
        expect(judged({ ...change, standing }, after)).toBe(first.ok ? "SAME" : first.error.code);
      }
    }
  });
});
