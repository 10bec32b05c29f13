import { afterAll, beforeAll, expect, it } from "vitest";
import { openLicenceRegisters } from "../../../../services/government/licences/registers/open-registers.ts";
import { systemRuntime } from "../../../../services/kernel/runtime.ts";
import { type LicenceRegisterServer, startLicenceRegister } from "../../../support/licence-register.ts";
import { ISSUER } from "../import/licence-rows.ts";
import { newLog } from "./registers-world.ts";

let server: LicenceRegisterServer;
beforeAll(async () => {
  server = await startLicenceRegister();
});
afterAll(() => server.stop());

const good = (): object => ({ authority: ISSUER, types: ["any"], ...JSON.parse(server.secret) });

async function opened(settings: string) {
  const { lines, log } = newLog();
  const registers = await openLicenceRegisters({ value: settings }, { runtime: systemRuntime, log });
  const names = Object.entries(registers).map(([mode, of]) => [mode, of.map(({ name }) => name)]);
  return { names: Object.fromEntries(names), logged: lines.map(({ message }) => message), lines };
}

it("opens the registers of each mode by their names", async () => {
  const settings = JSON.stringify({ live: { one: good(), two: good() }, test: { one: good() } });
  expect(await opened(settings)).toEqual({
    ...{ names: { live: ["one", "two"], test: ["one"] }, logged: [], lines: [] },
  });
  expect(await opened("{}")).toMatchObject({ names: { live: [], test: [] }, logged: [] });
});

it.each([
  ["a name that is no code", "a b", {}, "its name is no code"],
  ["no authority", "bad", { authority: "11110000" }, "authority is no credit code"],
  ["no types", "bad", { types: [] }, "types are no codes of licence types"],
  ["a type that is no code", "bad", { types: ["any", 7] }, "types are no codes of licence types"],
  ["an origin without TLS", "bad", { origin: "http://register.example.cn" }, "origin is not https"],
])("leaves out a register with %s, says so, and opens the others", async (_, name, change, problem) => {
  const settings = { live: { good: good(), [name]: { ...good(), ...change } } };
  const { names, lines } = await opened(JSON.stringify(settings));
  expect(names).toEqual({ live: ["good"], test: [] });
  expect(lines).toEqual([
    {
      ...{ level: "ERROR", mode: "live", register: name },
      message: `settings of the licence register: ${problem}`,
    },
  ]);
});

it("opens none, and says so without a word of them, where the settings are no JSON or name no mode", async () => {
  const broken = await opened(`${server.secret}!`);
  expect(broken).toMatchObject({
    ...{ names: { live: [], test: [] }, logged: ["settings of the licence register: no JSON"] },
  });
  expect((await opened(JSON.stringify({ one: good() }))).logged).toEqual([
    "settings of the licence register: only live and test can stand there",
  ]);
});
