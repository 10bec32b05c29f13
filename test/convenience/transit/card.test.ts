import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  act,
  type Card,
  cardIdOf,
  isCardNumber,
  numberFor,
} from "../../../services/convenience/transit/card.ts";
import { region } from "../../../services/field/region.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Card["issuedAt"];

describe("a card number", () => {
  const numbers = fc.string().map((text) => numberFor(region("110000"), text));

  it("is 19 digits with its region and a check digit", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^31110000\d{11}$/);
        expect(isCardNumber(number)).toBe(true);
      }),
    );
  });

  it("is not taken with one digit wrong, or two neighbours swapped", () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (number, i, change) => {
        const at = i + 2;
        const wrong = (Number(number[at]) + change) % 10;
        expect(isCardNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  it.each([
    ["3111000000000000002", true],
    ["3111000000000000005", false],
    ["311100000000000000", false],
    ["4111000000000000001", false],
    ["31110000000000000O4", false],
  ])("%s is one: %s", (text, expected) => {
    expect(isCardNumber(text)).toBe(expected);
  });

  it("leads to the card's id, which shows nothing of it", () => {
    const number = numberFor(region("110000"), "a");
    expect(cardIdOf(number)).toBe(cardIdOf(number));
    expect(cardIdOf(number)).not.toBe(cardIdOf(numberFor(region("110000"), "b")));
  });
});

describe("a card", () => {
  const card = (status: Card["status"]): Card => {
    const number = numberFor(region("110000"), "a");
    return {
      ...{ id: cardIdOf(number), number, kind: "STANDARD", region: region("110000"), status },
      ...{ issuedAt: NOW, revision: 1, issue: "issue_1" },
    };
  };

  it.each([
    ["ACTIVE", "freeze", "FROZEN"],
    ["FROZEN", "unfreeze", "ACTIVE"],
    ["FROZEN", "replace", "REPLACED"],
    ["ACTIVE", "close", "CLOSED"],
  ] as const)("that is %s can %s, and is then %s", (from, action, to) => {
    expect(act(card(from), action, NOW)).toMatchObject({ ok: true, value: { status: to, revision: 2 } });
  });

  it.each([
    ["FROZEN", "freeze", ["unfreeze", "replace", "close"]],
    ["REPLACED", "unfreeze", []],
    ["CLOSED", "close", []],
  ] as const)("that is %s cannot %s, and says what it can", (status, action, actions) => {
    expect(act(card(status), action, NOW)).toEqual({
      ok: false,
      error: { code: "CARD_NOT_ALLOWED_NOW", status, actions },
    });
  });
});
