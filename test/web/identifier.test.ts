import { describe, expect, it } from "vitest";
import { identifierAt } from "../../web/portal/verify/identifier.ts";

describe("an identifier as it is typed, pasted or found in an address", () => {
  const IDENTIFIER = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";

  it.each([
    IDENTIFIER,
    IDENTIFIER.toLowerCase(),
    `  ${IDENTIFIER.slice(0, 30)} \n${IDENTIFIER.slice(30)} `,
    `https://city.example/verify#${IDENTIFIER}`,
    `#${IDENTIFIER}`,
  ])("%j", (text) => expect(identifierAt(text)).toBe(IDENTIFIER));

  it.each(["", "content", "#content", "JY11105050876919", "1.2.156.3005", `${IDENTIFIER}#content`])(
    "%j is none",
    (text) => expect(identifierAt(text)).toBeUndefined(),
  );
});
