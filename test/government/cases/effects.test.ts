import { isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { openParts } from "../../../services/app/parts.ts";
import { SETTINGS } from "../../../services/app/settings.ts";
import { effectsFrom } from "../../../services/government/cases/index.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { readSettings } from "../../../services/kernel/settings.ts";
import { schema } from "../../support/schema.ts";

const { effects } = await openParts({
  config: readSettings(SETTINGS, {}),
  runtime: systemRuntime,
  log: (_, message) => expect.fail(message),
});

describe("the effects of grants", () => {
  it("are those that an item can name: each is brought by a service", () => {
    const type = schema.getType("ApprovalEffect");
    const named = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(named.length).toBeGreaterThan(0);
    expect([...effects.keys()].toSorted()).toEqual(named.toSorted());
  });

  it("have their items' forms ask for a payout account wherever a rule looks at one", () => {
    const paying = [...effects.values()].filter(({ checks = [] }) =>
      checks.some(({ code }) => code === "payout-account"),
    );
    expect(paying.length).toBeGreaterThan(0);
    for (const { asks } of paying) expect(asks).toMatchObject([{ format: "payout-account" }]);
  });

  it("are never two of one code", () => {
    const [one] = effects.values();
    if (!one) throw new Error("there is no effect");
    expect(() => effectsFrom([one, { ...one }])).toThrow("two effects have the same code");
  });
});
