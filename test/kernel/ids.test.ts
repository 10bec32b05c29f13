import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32, fromBase32, isId, newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

describe("base 32", () => {
  it("writes bytes in Crockford's alphabet, lower case", () => {
    expect(base32(Uint8Array.of())).toBe("");
    expect(base32(Uint8Array.of(0))).toBe("00");
    expect(base32(Uint8Array.of(255))).toBe("zw");
    expect(base32(new TextEncoder().encode("foobar"))).toBe("csqpyrk1e8");
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(base32(bytes)).toMatch(/^[0-9a-hjkmnp-tv-z]*$/);
      }),
    );
  });

  it("gives back the bytes that were written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(bytes);
      }),
    );
  });

  it("has one text for the same bytes: what it reads, it would write", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 20 }), (text) => {
        const bytes = fromBase32(text);
        if (bytes) expect(base32(bytes)).toBe(text);
      }),
    );
  });

  it.each([
    ["0", "half a byte"],
    ["01", "bits beyond the last byte"],
    ["000", "a letter too many"],
    ["ZW", "upper case"],
    ["il", "letters outside the alphabet"],
    ["ou", "letters outside the alphabet"],
    ["00=", "padding"],
    ["😀😀", "what is no letter"],
  ])("%j is refused: %s", (text) => {
    expect(fromBase32(text)).toBeUndefined();
  });
});

describe("an id", () => {
  it("is its prefix and 16 characters of randomness, and is recognised", () => {
    fc.assert(
      fc.property(bytesOf(10), (bytes) => {
        const id = newId("app", { random: () => bytes });
        expect(id).toMatch(/^app_.{16}$/);
        expect(isId("app", id)).toBe(true);
        expect(fromBase32(id.slice(4))).toEqual(bytes);
      }),
    );
  });

  it("asks for 80 bits of randomness", () => {
    const asked: number[] = [];
    newId("app", {
      random: (count) => {
        asked.push(count);
        return new Uint8Array(count);
      },
    });
    expect(asked).toEqual([10]);
  });

  it("of another kind is not recognised", () => {
    const id = newId("bill", systemRuntime);
    expect(isId("bill", id)).toBe(true);
    expect(isId("app", id)).toBe(false);
    expect(isId("bil", id)).toBe(false);
  });

  it.each([
    "",
    "app",
    "app_",
    "app_0000000",
    `app_${"0".repeat(65)}`,
    "app_0000000O",
    "app_0000000l",
    "app_00000000\n",
    "app_0000#000",
    "app-00000000",
    "xapp_00000000",
  ])("is not %j", (text) => {
    expect(isId("app", text)).toBe(false);
  });
});

describe("the system's runtime", () => {
  it("tells the time as an instant and gives as many random bytes as asked for", () => {
    expect(systemRuntime.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(systemRuntime.random(10)).toHaveLength(10);
    expect(systemRuntime.random(10)).not.toEqual(systemRuntime.random(10));
  });
});
