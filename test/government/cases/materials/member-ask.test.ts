import fc from "fast-check";
import { expect, it } from "vitest";
import {
  answerAsk,
  askFor,
  askMember,
  type MemberAsk,
  type MemberAsks,
} from "../../../../services/government/cases/materials/member-ask.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";

const AT = "2026-03-02T02:00:00.000Z" as Instant;
const wish = (material: string, member: string) => ({
  ...({
    material,
    member: `ctz_${member}`,
    name: "王小红",
    maskedIdNumber: "1101**0021",
    askedAt: AT,
  } as const),
});

type Step =
  | { readonly does: "ask"; readonly material: string; readonly member: string }
  | { readonly does: "answer"; readonly material: string; readonly gives: boolean };

const material = fc.constantFrom("licence", "permit");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant("ask" as const), material, member: fc.constantFrom("a", "b", "c") }),
  fc.record({ does: fc.constant("answer" as const), material, gives: fc.boolean() }),
);

function after(before: MemberAsks, one: Step): MemberAsks {
  if (one.does === "ask") {
    const asked = askMember(before, wish(one.material, one.member));
    return asked.ok && asked.value ? asked.value : before;
  }
  const { asks = [] } = before;
  const ask = askFor(asks, one.material);
  const answered = ask && answerAsk(asks, ask, { gives: one.gives, by: ask.member, at: AT });
  return answered?.ok ? { ...before, asks: answered.value } : before;
}

const listed = ({ asks = [] }: MemberAsks): readonly MemberAsk[] => asks;

it("goes to a yes from the question alone, and from an answer never back", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let asks: MemberAsks = {};
      for (const one of steps) {
        const before = new Map(listed(asks).map((ask) => [`${ask.material} ${ask.member}`, ask.state]));
        asks = after(asks, one);
        for (const { material: of, member, state } of listed(asks)) {
          const earlier = before.get(`${of} ${member}`);
          if (earlier === state) continue;
          expect([undefined, "ASKED"].includes(earlier) || state === "WITHDRAWN").toBe(true);
          if (earlier === undefined) expect(state).toBe("ASKED");
          if (state === "WITHDRAWN") expect(earlier).toBe("GIVEN");
        }
      }
    }),
  );
});

it("is of twenty members at most, and the last one who was named is asked for a material", () => {
  let asks: MemberAsks = {};
  for (let i = 0; i < 20; i += 1) asks = after(asks, { does: "ask", material: "licence", member: `m${i}` });
  expect(askFor(listed(asks), "licence")?.member).toBe("ctz_m19");
  expect(askMember(asks, wish("licence", "one more"))).toMatchObject({
    error: { code: "TOO_MANY_MEMBERS_ASKED", values: { max: "20" }, path: ["member"] },
  });
  expect(askMember(asks, wish("licence", "m19"))).toEqual({ ok: true, value: undefined });
});

it("is made twenty times at most in whatever order, and tells a member once for a material", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
      let asks: MemberAsks = {};
      let made = 0;
      const told: string[] = [];
      for (const one of steps) {
        if (one.does === "ask") {
          const asked = askMember(asks, wish(one.material, one.member));
          if (made >= 20) expect(asked.ok && asked.value !== undefined).toBe(false);
          if (asked.ok && asked.value) made += 1;
          if (asked.ok && asked.value?.isNews) told.push(`${one.material} ctz_${one.member}`);
        }
        asks = after(asks, one);
        expect(asks.asksMade ?? 0).toBe(made);
      }
      expect(new Set(told).size).toBe(told.length);
      const asked = new Set(listed(asks).map((ask) => `${ask.material} ${ask.member}`));
      expect(new Set(told)).toEqual(asked);
    }),
  );
});

it("is refused where two are named in turn, after twenty times", () => {
  let asks: MemberAsks = {};
  const turn = (i: number) => wish("licence", i % 2 === 0 ? "a" : "b");
  for (let i = 0; i < 20; i += 1) {
    const asked = askMember(asks, turn(i));
    expect(asked).toMatchObject({ ok: true, value: { isNews: i < 2 } });
    if (asked.ok && asked.value) asks = asked.value;
  }
  expect(askMember(asks, turn(20))).toMatchObject({ error: { code: "TOO_MANY_MEMBERS_ASKED" } });
});
