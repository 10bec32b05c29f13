import { buildSchema, type GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { badInput, PlatformError, unauthenticated } from "../../services/api/errors.ts";
import type { Resolvers } from "../../services/api/generated/types.ts";
import { API_MESSAGES } from "../../services/api/messages.ts";
import type { RefusalModel } from "../../services/api/refusal-models.ts";
import { sayRefusals } from "../../services/api/refusals.ts";
import { sayIn } from "../../services/app/messages.ts";
import { type MessageCode, type SayIn, sayFrom } from "../../services/kernel/message.ts";

/** The compiler judges each line under an "@ts-expect-error": one that it takes would be an error itself. */
describe("a code without a text does not compile", () => {
  it("in what a use case refuses with", () => {
    // @ts-expect-error: nobody has a text for it
    const refusal: RefusalModel = { code: "NO_TEXT" };
    expect(() => sayIn("en")(refusal.code)).toThrow("no message for NO_TEXT");
  });

  it("in what a resolver answers with", () => {
    const resolvers: Resolvers = {
      Mutation: {
        // @ts-expect-error: nobody has a text for it
        revokeConsent: () => ({ __typename: "NotFound", code: "NO_TEXT" }),
        grantConsent: () => ({ __typename: "NotFound", code: "NOT_FOUND" }),
      },
    };
    expect(resolvers).toBeDefined();
  });

  it("in what is thrown", () => {
    const thrown = [
      // @ts-expect-error: nobody has a text for it
      badInput("NO_TEXT"),
      // @ts-expect-error: nobody has a text for it
      unauthenticated("NO_TEXT"),
      // @ts-expect-error: nobody has a text for it
      new PlatformError("NOT_FOUND", "NO_TEXT"),
    ];
    expect(thrown).toHaveLength(3);
  });

  it("where a code is no more than any text", () => {
    const some: string = "NOT_FOUND";
    // @ts-expect-error: it could be any
    const code: MessageCode = some;
    expect(sayIn("en")(code)).toBe("Not found.");
  });

  it("where the texts of a service are left out of what is said", () => {
    // @ts-expect-error: the services' texts are missing
    const fewer: SayIn = sayFrom([API_MESSAGES]);
    expect(fewer("zh")("NOT_FOUND")).toBe("没有找到。");
  });
});

describe("a type that implements Refusal", () => {
  const schema = sayRefusals(
    buildSchema(`
      interface Refusal { code: String! message: String! }
      type SlotFull implements Refusal { code: String! message: String! }
      type Letter { message: String! }
    `),
  );
  const resolverOf = (type: string) =>
    (schema.getType(type) as GraphQLObjectType).getFields()["message"]?.resolve;

  it("says its message without a resolver of its own", () => {
    const refusal = { code: "SLOT_TOO_FAR", values: { days: "14" } };
    const message = resolverOf("SlotFull")?.(refusal, {}, { say: sayIn("en") }, {} as never);
    expect(message).toBe("Slots can be booked 14 days ahead at most.");
  });

  it("is none that only has a message", () => {
    expect(resolverOf("Letter")).toBeUndefined();
  });
});
