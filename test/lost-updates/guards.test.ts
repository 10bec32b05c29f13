import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { guardsIn } from "./guards-in-code.ts";
import { OF_GOVERNMENT, OF_PEOPLE } from "./scenes/index.ts";
import { OF_INSPECTIONS } from "./scenes/inspections.ts";

const inCode = () =>
  guardsIn(globSync("services/**/*.ts").map((path) => ({ path, text: readFileSync(path, "utf8") })));

const STORE = "services/people/citizens/store.ts";

describe("the conditions of writes in the code", () => {
  it("have a scene each in which two changes race, and there is no scene for what is gone", () => {
    const scenes = [...Object.keys(OF_GOVERNMENT), ...Object.keys(OF_PEOPLE), ...OF_INSPECTIONS];
    expect(scenes.sort()).toEqual([...inCode()].sort());
  });

  it.each([
    ["toolbox's, for a new record", `options({ condition: { attr: "pk", exists: false } })`, ["new"]],
    ["toolbox's, over a revision", `options({ condition: { attr: "revision", eq: before } })`, ["over"]],
    ["an expression, for a new record", `ConditionExpression: "attribute_not_exists(pk)"`, ["new"]],
    ["an expression, over what was read", `ConditionExpression: "spendable = :spendable"`, ["over"]],
    ["both", `before ? { attr: "revision", eq: before } : { attr: "pk", exists: false }`, ["new", "over"]],
    [
      "both, as the kernel makes it",
      `options({ condition: overRevision(before?.revision) })`,
      ["new", "over"],
    ],
    ["none, whatever the update sets", `UpdateExpression: "SET taken = :taken"`, []],
  ])("are found: %s", (_, code, kinds) => {
    const text = `export const putThing = (store: Store): TransactItem => ({ ${code} });`;
    expect(guardsIn([{ path: STORE, text }])).toEqual(kinds.map((kind) => `${STORE} putThing ${kind}`));
  });

  it("are found where they have a name of their own", () => {
    const text = `const NEW = { attr: "pk", exists: false };
export const putThing = (store: Store): TransactItem => ({ condition: NEW });`;
    expect(guardsIn([{ path: STORE, text }])).toEqual([`${STORE} putThing new`]);
  });
});
