import { describe, expect, it } from "vitest";
import { ROLES } from "../../services/kernel/actor.ts";
import { placesOf } from "../../web/desk/places.ts";
import { mutationsFor, mutationsOf } from "./offered.ts";
import { NO_PAGE_OF_DESK, NO_PAGE_OF_PORTAL } from "./without-a-page.ts";

describe("what people may do by the schema has a page that does it, or a reason why not", () => {
  it.each([
    ["officers", /\bofficer\b/, ["desk"], NO_PAGE_OF_DESK],
    ["citizens", /\bcitizen\b/, ["portal", "console"], NO_PAGE_OF_PORTAL],
  ] as const)("of %s", (_, people, frontEnds, reasons) => {
    const all = mutationsFor(people);
    expect(all.length).toBeGreaterThan(40);
    const offered = frontEnds.flatMap((frontEnd) => [...mutationsOf(frontEnd)]);
    const without = all.filter((name) => !offered.includes(name));
    expect(without.toSorted()).toEqual(Object.keys(reasons).toSorted());
  });
});

it.each(ROLES)("an officer who is %s has a place at the desk", (role) => {
  const officer = { id: "ofc_1", name: null, roles: [role], regions: [], departments: [] };
  expect(placesOf(officer)).not.toEqual([]);
});
