import { describe, expect, it } from "vitest";
import type { CreditCode } from "../../../services/field/credit-code.ts";
import { enterpriseAs, personAs } from "../../../services/field/subject.ts";
import { type CivilDate, date } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type Authorities,
  type Authority,
  type AuthorityWish,
  checkWish,
  grant,
  revoke,
  viewsOf,
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

  it("stands beside those before it, ended or in force: each once, the newest first", () => {
    const at = (ms: number) => ({ grantedAt: plusMs(NOW, ms) });
    const ended = authority({ ...at(-2), until: date("2026-03-01") });
    const before = [authority(at(-1)), ended, authority({ ...at(-3), revokedAt: NOW }), authority(at(-4))];
    const added = authority(at(0));
    const after = must(grant(allowing(...before), added, NOW));
    expect(after.authorities).toEqual([added, ...before]);
    expect(after.revision).toBe(2);
  });

  it("is the twentieth in force, and no twenty-first", () => {
    const many = (count: number) => allowing(...Array.from({ length: count }, () => authority()));
    expect(must(grant(many(19), authority(), NOW)).authorities).toHaveLength(20);
    expect(grant(many(20), authority(), NOW)).toEqual({
      ...{ ok: false, error: { code: "TOO_MANY_AUTHORITIES", path: ["agent"] } },
    });
  });

  it("takes the place of the oldest that has ended, where twenty are kept", () => {
    const at = (ms: number) => ({ grantedAt: plusMs(NOW, -ms) });
    const standing = [1, 3, 5].map((ms) => authority(at(ms)));
    const ended = Array.from({ length: 20 }, (_, i) => authority({ ...at(2 * i + 2), revokedAt: NOW }));
    const newestFirst = [...standing, ...ended].sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1));
    const { authorities } = must(grant(allowing(...newestFirst), authority(), NOW));
    expect(authorities).toHaveLength(20);
    expect(authorities.filter((one) => standing.includes(one))).toEqual(standing);
    expect(authorities.filter((one) => ended.includes(one))).toEqual(ended.slice(0, 16));
  });

  it("is shown, each of them, with those between whom it stands", () => {
    const [one, other] = [authority(), authority({ items: ["B"] })];
    expect(viewsOf(allowing(one, other))).toEqual([
      { ...one, principal: personAs(principal), agent },
      { ...other, principal: personAs(principal), agent },
    ]);
  });

  it("ends alone: the others of the same agent stand as they stood", () => {
    const [one, other] = [authority(), authority({ items: ["B"] })];
    const { known, revoked } = must(revoke(allowing(one, other), other.id, NOW));
    expect(revoked).toEqual({ ...other, revokedAt: NOW });
    expect(known).toEqual({ ...allowing(one, revoked), revision: 2 });
  });

  it.each([
    ["EXPIRED", { until: date("2026-03-01") }],
    ["REVOKED", { revokedAt: NOW }],
  ])("that is %s is not revoked, and neither is one that was never given", (state, changes) => {
    const one = authority(changes);
    expect(revoke(allowing(one), one.id, NOW)).toEqual({
      ...{ ok: false, error: { code: "NOT_ALLOWED_NOW", state, availableActions: [] } },
    });
    const unknown = newId("aut", systemRuntime);
    expect(revoke(allowing(one), unknown, NOW)).toEqual({
      ...{ ok: false, error: { code: "AUTHORITY_NOT_FOUND" } },
    });
  });
});

describe("what is asked for in an authority", () => {
  const WISH: AuthorityWish = {
    ...{ agent: { name: "李代办", idNumber: "11010519491231002X" }, items: [], until: date("2026-12-31") },
  };
  const codes = (count: number) => Array.from({ length: count }, (_, i) => `A-${i}`);

  it("comes into one form: each item once, in order, and the paper where it stands on one", () => {
    const { agent, ...wish } = { ...WISH, items: ["B", "A", "B"], paper: " 委托书 3 号 " };
    expect(must(checkWish({ ...wish, agent }, NOW))).toEqual({
      ...{ agentName: agent.name, idNumber: agent.idNumber, items: ["A", "B"], until: wish.until },
      paper: "委托书 3 号",
    });
    expect(must(checkWish(WISH, NOW))).not.toHaveProperty("paper");
  });

  it.each([
    ["for its last day alone", { until: date("2026-03-02") }],
    ["for three years", { until: date("2029-03-02") }],
    ["for twenty items", { items: codes(20) }],
    ["for an item with the longest code", { items: ["A".repeat(64)] }],
    ["by a paper with the shortest reference", { paper: "12" }],
    ["by a paper with the longest", { paper: "1".repeat(100) }],
  ])("may be %s", (_, changes) => {
    expect(checkWish({ ...WISH, ...changes }, NOW).ok).toBe(true);
  });

  it.each<[string, Partial<AuthorityWish>, string, readonly string[], object?]>([
    ["an agent without a name", { agent: { ...WISH.agent, name: "" } }, "TEXT_LENGTH", ["agent", "name"]],
    [
      "a wrong identity number",
      { agent: { ...WISH.agent, idNumber: "1" } },
      "ID_NUMBER_INVALID",
      ["agent", "idNumber"],
    ],
    ["twenty-one items", { items: codes(21) }, "TOO_MANY", ["items"], { max: "20" }],
    ["a code that is none", { items: ["A", "B C"] }, "NOT_AN_ITEM_CODE", ["items", "1"]],
    ["a code that begins as none does", { items: ["!A"] }, "NOT_AN_ITEM_CODE", ["items", "0"]],
    ["a code that is too long", { items: ["A".repeat(65)] }, "NOT_AN_ITEM_CODE", ["items", "0"]],
    ["a day that is over", { until: date("2026-03-01") }, "AUTHORITY_TERM", ["until"], { max: "2029-03-02" }],
    [
      "more than three years",
      { until: date("2029-03-03") },
      "AUTHORITY_TERM",
      ["until"],
      { max: "2029-03-02" },
    ],
    ["a paper without a reference", { paper: "1" }, "TEXT_LENGTH", ["paper"]],
    ["a reference that is too long", { paper: "1".repeat(101) }, "TEXT_LENGTH", ["paper"]],
  ])("is refused for %s", (_, changes, code, path, values = {}) => {
    const error = { code, path, ...(Object.keys(values).length > 0 ? { values } : {}) };
    expect(checkWish({ ...WISH, ...changes }, NOW)).toMatchObject({ ok: false, error });
  });
});
