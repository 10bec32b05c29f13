import { describe, expect, it } from "vitest";
import type { CreditCode } from "../../../services/field/credit-code.ts";
import { enterpriseAs, personAs } from "../../../services/field/subject.ts";
import { type CivilDate, date } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { type Instant, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type Authorities,
  type Authority,
  grant,
  revoke,
} from "../../../services/people/enterprises/authority.ts";
import { mayActIn, standingOf } from "../../../services/people/enterprises/standing.ts";
import { must } from "../../support/must.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const principal = newId("ctz", systemRuntime);
const agent = newId("ctz", systemRuntime);
const enterprise = enterpriseAs("11100000000013338W" as CreditCode);

const authority = (changes: Partial<Authority> = {}): Authority => ({
  ...{ id: newId("aut", systemRuntime), agentName: "李代办", agentMaskedIdNumber: "110105********002X" },
  ...{ items: [], until: date("2026-12-31"), grantedAt: NOW, fingerprint: "x" },
  ...changes,
});

const allowing = (...authorities: readonly Authority[]): Authorities => ({
  ...{ principal: personAs(principal), agent, authorities, revision: 1 },
});

const standing = (...authorities: readonly Authority[]) =>
  standingOf(agent, personAs(principal), { authorities: allowing(...authorities) }, NOW);

describe("who may act for whom", () => {
  it("is a person for themselves, and the legal representative for an enterprise, in every item", () => {
    expect(mayActIn(standingOf(principal, personAs(principal), {}, NOW), "A")).toBe("SELF");
    const known = { enterprise: { legalRepresentative: principal } };
    expect(mayActIn(standingOf(principal, enterprise, known, NOW), "A")).toBe("LEGAL_REPRESENTATIVE");
  });

  it("is nobody else, whatever the records of others say", () => {
    expect(standing()).toBeUndefined();
    expect(
      standingOf(agent, enterprise, { enterprise: { legalRepresentative: principal } }, NOW),
    ).toBeUndefined();
  });

  it("is an agent in the items that the authority names, in all where it names none", () => {
    const some = standing(authority({ items: ["A"] }), authority({ items: ["B"] }));
    expect(["A", "B", "C"].map((item) => mayActIn(some, item))).toEqual(["AGENT", "AGENT", undefined]);
    expect(mayActIn(standing(authority({ items: ["A"] }), authority()), "C")).toBe("AGENT");
  });

  it.each<[string, CivilDate, string | undefined]>([
    ["through its last day", date("2026-03-02"), "AGENT"],
    ["and not on the day after", date("2026-03-01"), undefined],
  ])("is an agent %s", (_, until, capacity) => {
    expect(mayActIn(standing(authority({ until })), "A")).toBe(capacity);
  });
});

describe("an authority", () => {
  it("that was revoked holds for nothing, and is revoked once", () => {
    const one = authority();
    const after = must(revoke(allowing(one), one.id, NOW)).known;
    expect(standingOf(agent, personAs(principal), { authorities: after }, NOW)).toBeUndefined();
    expect(revoke(after, one.id, NOW)).toMatchObject({ error: { state: "REVOKED" } });
  });

  it("makes room by those that have ended, and is refused beside twenty in force", () => {
    const ended = Array.from({ length: 30 }, () => authority({ revokedAt: NOW }));
    expect(must(grant(allowing(...ended), authority(), NOW)).authorities).toHaveLength(20);
    const standing = Array.from({ length: 20 }, () => authority());
    expect(grant(allowing(...standing), authority(), NOW)).toMatchObject({
      error: { code: "TOO_MANY_AUTHORITIES" },
    });
  });
});
