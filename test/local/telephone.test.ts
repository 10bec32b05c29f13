import { afterAll, beforeAll, expect, it } from "vitest";
import { at } from "../support/platform.ts";
import { ask, foundedFolder, removeFolders, type Started, signedIn, start, until } from "./local-platform.ts";

let platform: Started;
beforeAll(async () => {
  platform = await start(await foundedFolder());
});
afterAll(async () => {
  platform.kill("SIGTERM");
  await platform.ended;
  await removeFolders();
});

const MOBILE = "13912345678";
const TELEPHONE = "{ me { telephone { maskedNumber } } }";
const send = async (query: string, variables = {}) => {
  const { data, errors } = await ask(platform.endpoint, query, signedIn(platform.demo.citizen), variables);
  expect(errors).toBeUndefined();
  return data;
};

it("somebody of the demo city has a telephone, and sets another by the code that npm start prints", async () => {
  expect(await send(TELEPHONE)).toEqual({ me: { telephone: { maskedNumber: "138****8000" } } });
  await send("mutation ($mobile: String!) { setTelephone(mobile: $mobile) { __typename } }", {
    mobile: MOBILE,
  });
  const printed = new RegExp(`^text message to ${MOBILE}: .*?(\\d{6})`, "m");
  await until(() => printed.test(platform.output()));
  const code = printed.exec(platform.output())?.[1];
  const proven = await send("mutation ($code: String!) { proveTelephone(code: $code) { __typename } }", {
    code,
  });
  expect(at(proven ?? null, "proveTelephone", "__typename")).toBe("Telephone");
  expect(await send(TELEPHONE)).toEqual({ me: { telephone: { maskedNumber: "139****5678" } } });
  // The telephone of before is told.
  expect(platform.output()).toContain("text message to 13800138000: ");
});
