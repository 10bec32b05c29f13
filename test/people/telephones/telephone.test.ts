import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  giveTelephone,
  proveTelephone,
  removeTelephone,
  setTelephone,
  telephoneOf,
} from "../../support/telephones.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const [FIRST, SECOND] = ["13812345678", "19987654321"];
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
let citizen: CitizenId;
let token: string;
beforeEach(async () => {
  // Codes of the test before are no longer counted, and not to be mistaken.
  platform.clock.advance(DAY_MS);
  platform.texts.sent.length = 0;
  citizen = platform.newCitizen();
  token = await platform.tokens.citizen(citizen);
});

const set = (mobile: string, as = token) => setTelephone(platform, as, mobile);
const prove = (code: string, as = token) => proveTelephone(platform, as, code);
const telephone = (as = token) => telephoneOf(platform, as);
/** Another than this one. */
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function notices(as = token): Promise<readonly string[]> {
  await sweep(platform);
  const query = "{ me { notifications { edges { node { type } } } } }";
  const { data } = await platform.call({ query, token: as });
  const edges = at(data, "me", "notifications", "edges");
  return Array.isArray(edges) ? edges.map((edge) => String(at(edge, "node", "type"))) : [];
}

describe("a number is a person's telephone", () => {
  it("when the code that was sent to it came back, and not before", async () => {
    const until = new Date(Date.parse(platform.clock.now()) + 10 * MINUTE_MS).toISOString();
    expect(await set(FIRST)).toEqual({ __typename: "SentCode", to: "138****5678", until });
    expect(platform.texts.to(FIRST)).toHaveLength(1);
    expect(await telephone()).toBeNull();
    const provenAt = platform.clock.now();
    expect(await prove(platform.texts.codeTo(FIRST))).toEqual({
      ...{ __typename: "Telephone", maskedNumber: "138****5678", provenAt },
    });
    expect(await telephone()).toEqual({ maskedNumber: "138****5678", provenAt });
    expect(await notices()).toEqual(["telephone.changed"]);
  });

  it("in the mode in which it was proven", async () => {
    const sandbox = await platform.tokens.citizen(citizen, { mode: "test" });
    await giveTelephone(platform, sandbox, FIRST);
    expect(platform.texts.sent.map(({ mode }) => mode)).toEqual(["test"]);
    expect([await telephone(sandbox), await telephone()]).toEqual([expect.anything(), null]);
  });

  it.each(["12345678901", "1381234567", "138123456789", "+8613812345678", "138 1234 5678", ""])(
    "and %j is none",
    async (mobile) => {
      expect(await set(mobile)).toMatchObject({ code: "MOBILE_INVALID", path: ["mobile"] });
      expect(platform.texts.sent).toEqual([]);
    },
  );

  it("typed in as a telephone shows the code", async () => {
    await set(FIRST);
    const code = platform.texts.codeTo(FIRST);
    expect(await prove(` ${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ __typename: "Telephone" });
  });

  it("in both languages", async () => {
    const query = `mutation { setTelephone(mobile: "${FIRST}") { __typename } }`;
    await platform.call({ query, token, headers: { "accept-language": "zh" } });
    expect(platform.texts.to(FIRST)[0]?.text).toMatch(/^【政务服务】验证码 \d{6}，10 分钟内有效/);
  });
});

describe("the telephone that was proven before", () => {
  beforeEach(() => giveTelephone(platform, token, FIRST));

  it("stays until the new one is proven, and is told", async () => {
    platform.clock.advance(MINUTE_MS);
    await set(SECOND);
    expect(await telephone()).toMatchObject({ maskedNumber: "138****5678" });
    expect(platform.texts.to(FIRST).at(-1)?.text).toContain("199****4321");
    await prove(platform.texts.codeTo(SECOND));
    expect(await telephone()).toMatchObject({ maskedNumber: "199****4321" });
    expect(await notices()).toEqual(["telephone.changed", "telephone.changed"]);
  });

  it("is proven anew without a word to itself but the code", async () => {
    platform.clock.advance(MINUTE_MS);
    await giveTelephone(platform, token, FIRST);
    expect(platform.texts.to(FIRST)).toHaveLength(2);
  });

  it("is taken away by its owner, and is told; the code that is out ends with it", async () => {
    platform.clock.advance(MINUTE_MS);
    await set(SECOND);
    expect(await removeTelephone(platform, token)).toEqual({
      ...{ __typename: "Telephone", maskedNumber: "138****5678" },
    });
    expect(await telephone()).toBeNull();
    expect(platform.texts.to(FIRST).at(-1)?.text).toContain("removed");
    expect(await prove(platform.texts.codeTo(SECOND))).toMatchObject({ code: "CODE_OVER" });
    expect(await removeTelephone(platform, token)).toMatchObject({ code: "NO_TELEPHONE" });
    expect(await notices()).toEqual(["telephone.removed", "telephone.changed"]);
  });

  it("does not begin the limits anew when it is taken away", async () => {
    await removeTelephone(platform, token);
    expect(await set(SECOND)).toMatchObject({ code: "TOO_MANY_CODES" });
  });
});

describe("a code that was not typed in right", () => {
  it("counts, says how often more, and ends at the fifth", async () => {
    await set(FIRST);
    const code = platform.texts.codeTo(FIRST);
    for (const left of ["4", "3", "2", "1", "0"]) {
      expect(await prove(wrong(code))).toMatchObject({
        ...{ code: "CODE_WRONG", path: ["code"], message: expect.stringContaining(`${left} more times`) },
      });
    }
    expect(await prove(code)).toMatchObject({ code: "CODE_OVER" });
    expect(await telephone()).toBeNull();
    platform.clock.advance(MINUTE_MS);
    await giveTelephone(platform, token, FIRST);
  });

  it.each([["000"], [""], ["１２３４５６"], ["1234567"], ["abcdef"]])("is wrong: %j", async (typed) => {
    await set(FIRST);
    expect(await prove(typed)).toMatchObject({ code: "CODE_WRONG" });
  });

  it("is worth nothing after ten minutes, nor when another was sent", async () => {
    await set(FIRST);
    const old = platform.texts.codeTo(FIRST);
    platform.clock.advance(MINUTE_MS);
    await set(FIRST);
    const code = platform.texts.codeTo(FIRST);
    if (old !== code) expect(await prove(old)).toMatchObject({ code: "CODE_WRONG" });
    platform.clock.advance(10 * MINUTE_MS);
    expect(await prove(code)).toMatchObject({ code: "CODE_OVER" });
  });

  it("is somebody else's", async () => {
    await set(FIRST);
    const other = await platform.tokens.citizen();
    expect(await prove(platform.texts.codeTo(FIRST), other)).toMatchObject({ code: "CODE_OVER" });
    await set(FIRST, other);
    const [own, theirs] = platform.texts.to(FIRST).map(({ text }) => /\d{6}/.exec(text)?.[0] ?? "");
    if (own !== theirs) expect(await prove(own ?? "", other)).toMatchObject({ code: "CODE_WRONG" });
  });
});

describe("a text that is not sent", () => {
  it("is told, and if it comes all the same its code is good", async () => {
    platform.texts.answer({ outcome: "UNKNOWN", reason: "TIMED_OUT" });
    expect(await set(FIRST)).toMatchObject({ __typename: "TextNotSent", code: "TELEPHONE_UNREACHABLE" });
    expect(await prove(platform.texts.codeTo(FIRST))).toMatchObject({ __typename: "Telephone" });
  });

  it("counts as sent, so that nobody is called without end", async () => {
    platform.texts.answer({ outcome: "REFUSED", reason: "NOT_SENT" });
    expect(await set(FIRST)).toMatchObject({ code: "TELEPHONE_UNREACHABLE" });
    const until = new Date(Date.parse(platform.clock.now()) + MINUTE_MS).toISOString();
    expect(await set(FIRST)).toMatchObject({ __typename: "TooManyCodes", code: "TOO_MANY_CODES", until });
  });

  it("to the number before does not keep the new one from its code", async () => {
    await giveTelephone(platform, token, FIRST);
    platform.clock.advance(MINUTE_MS);
    platform.texts.answer({ outcome: "ACCEPTED" }, { outcome: "REFUSED", reason: "NOT_SENT" });
    expect(await set(SECOND)).toMatchObject({ __typename: "SentCode" });
  });
});
