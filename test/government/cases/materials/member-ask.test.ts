import fc from "fast-check";
import { expect, it } from "vitest";
import {
  answerAsk,
  askFor,
  askMember,
  type MemberAsk,
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

function after(asks: readonly MemberAsk[], one: Step): readonly MemberAsk[] {
  if (one.does === "ask") {
    const asked = askMember(asks, wish(one.material, one.member));
    return asked.ok ? asked.value : asks;
  }
  const ask = askFor(asks, one.material);
  const answered = ask && answerAsk(asks, ask, { gives: one.gives, by: ask.member, at: AT });
  return answered?.ok ? answered.value : asks;
}

it("goes to a yes from the question alone, and from an answer never back", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let asks: readonly MemberAsk[] = [];
      for (const one of steps) {
        const before = new Map(asks.map((ask) => [`${ask.material} ${ask.member}`, ask.state]));
        asks = after(asks, one);
        expect(asks.length).toBeLessThanOrEqual(20);
        for (const { material: of, member, state } of asks) {
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
  let asks: readonly MemberAsk[] = [];
  for (let i = 0; i < 20; i += 1) asks = after(asks, { does: "ask", material: "licence", member: `m${i}` });
  expect(askFor(asks, "licence")?.member).toBe("ctz_m19");
  expect(askMember(asks, wish("licence", "one more"))).toMatchObject({
    error: { code: "TOO_MANY_MEMBERS_ASKED", values: { max: "20" }, path: ["member"] },
  });
  expect(askMember(asks, wish("licence", "m19"))).toMatchObject({ ok: true, value: asks });
});
