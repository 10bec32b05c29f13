import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeerPlatforms } from "../../../../services/government/licences/recognition/open-peers.ts";
import { systemRuntime } from "../../../../services/kernel/runtime.ts";
import { at } from "../../../support/platform.ts";
import { region } from "../../catalogue/items.ts";
import { JILIN, JILIN_OFFICE } from "../trust/trust.ts";
import { API, startTrustingInPart } from "./trusted-jilin.ts";
import { ELECTRICIAN, FITTER, type openBeijing, PLUMBER, type TwoRegions, WELDER } from "./two-regions.ts";

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  ({ two, beijing } = await startTrustingInPart());
});
afterAll(() => two.stop());

async function meet(type = ELECTRICIAN) {
  const held = await two.issue(await two.newPerson(), type);
  const application = await beijing.begin(held.person);
  const by = { token: held.person.here.token };
  const use = (code: string) => beijing.use(by, { application, code });
  return { held, application, use, by, show: (fields?: readonly string[]) => two.code(held, fields) };
}

const told = (data: object) => Promise.resolve(Response.json({ data }));

describe("a licence of another region, read at its own platform by a code", () => {
  it("fills the material as one of ours does, and its holder is told there who has read it", async () => {
    const { held, application, use, show } = await meet();
    expect(await use(await show())).toMatchObject({
      ...{ __typename: "FilledMaterial", source: "FOREIGN_LICENCES" },
      foreignLicence: {
        ...{
          region: JILIN,
          issuer: { creditCode: JILIN_OFFICE },
          number: held.number,
          version: 1,
          way: "CODE",
        },
        content: { name: "王小明", number: held.person.idNumber, trade: "电工" },
      },
    });
    expect(await beijing.submit(held.person, application)).toMatchObject({ __typename: "Application" });
    expect(await beijing.evidence(application)).toMatchObject({
      filled: { foreignLicence: { number: held.number, way: "CODE" } },
    });
    expect(await two.wallet.told(held.person.there)).toContain("licence-code.read-by-partner");
  });

  it("is read once, within a minute, by a code that was shown", async () => {
    const { use, show } = await meet();
    const code = await show();
    expect(await use(code)).toMatchObject({ __typename: "FilledMaterial" });
    expect(await use(code)).toMatchObject({ __typename: "ForeignLicenceNotUsed", code: "LICENCE_CODE_USED" });
    const late = await show();
    await two.advance(61_000);
    expect(await use(late)).toMatchObject({ code: "LICENCE_CODE_OVER" });
    expect(await use("0".repeat(26))).toMatchObject({ code: "LICENCE_CODE_UNKNOWN" });
  });

  it.each([
    ["UNMAPPED", PLUMBER],
    ["PARTIAL", WELDER],
    ["NOT_EQUIVALENT", FITTER],
  ])("%s fills nothing", async (code, type) => {
    const { held, application, use, show } = await meet(type);
    expect(await use(await show())).toMatchObject({
      code,
      message: expect.stringContaining("Jilin licence"),
    });
    expect(await beijing.state(application, held.person)).toBe("MISSING");
  });

  it("is refused where its holder shows too little of it, or is somebody else", async () => {
    const { by, application, use, show } = await meet();
    expect(await use(await show(["occupation"]))).toMatchObject({ code: "CONTENT_UNFIT" });
    const other = await meet();
    expect(await beijing.use(by, { application, code: await other.show() })).toMatchObject({
      code: "FOREIGN_HOLDER_OTHER",
    });
  });

  it("uses up no code for a material that takes none", async () => {
    const { by, application, show, use } = await meet();
    const code = await show();
    expect(await beijing.use(by, { application, material: "photo", code })).toMatchObject({
      code: "MATERIAL_WITHOUT_LICENCE",
    });
    expect(await use(code)).toMatchObject({ __typename: "FilledMaterial" });
  });

  it("asks the other platform no more for one who guesses codes", async () => {
    const { use } = await meet();
    let asked = 0;
    const stop = two.meddle((address) => {
      asked += Number(API.test(address));
      return undefined;
    });
    let last = "";
    for (let i = 0; i < 30 && last !== "TOO_MANY_GUESSES"; i += 1)
      last = String(at(await use(`no-code-${i}`), "code"));
    expect(last).toBe("TOO_MANY_GUESSES");
    const before = asked;
    expect(await use("another")).toMatchObject({ code: "TOO_MANY_GUESSES" });
    expect(asked).toBe(before);
    stop();
  });

  it.each([
    ["does not answer", () => Promise.reject(new TypeError("fetch failed"))],
    [
      "leads elsewhere",
      async () => new Response("", { status: 307, headers: { location: "https://a.example" } }),
    ],
    ["knows us no more", async () => new Response("{}", { status: 401 })],
    ["answers something else", () => told({ result: { __typename: "ShownLicence", number: 1 } })],
    ["tells of a licence of another issuer by its identifier", () => told({ result: LICENCE })],
  ])("is of no use where its platform %s", async (_, answer) => {
    const { use, application, held } = await meet();
    const stop = two.meddle((address) => (API.test(address) ? answer() : undefined));
    expect(await use("a".repeat(26))).toMatchObject({ code: "FOREIGN_PLATFORM_SILENT" });
    stop();
    expect(await beijing.state(application, held.person)).toBe("MISSING");
  });

  it("is not believed of an issuer that is not the platform's own", async () => {
    const { use } = await meet();
    const issuer = { creditCode: "11100000000013338W" };
    const identifier = "1.2.156.3005.2.11100000000013338W032.11100000000013338W.2430599.001.4";
    const stop = two.meddle((address) =>
      API.test(address) ? told({ result: { ...LICENCE, issuer, identifier } }) : undefined,
    );
    expect(await use("a".repeat(26))).toMatchObject({ __typename: "ForeignLicenceNotUsed" });
    stop();
  });

  it("that is suspended by the platform's word counts as not valid", async () => {
    const { held, use } = await meet();
    const stop = two.meddle((address) =>
      API.test(address)
        ? told({ result: { ...LICENCE, issuer: { creditCode: JILIN_OFFICE }, status: "SUSPENDED" } })
        : undefined,
    );
    expect(await use("a".repeat(26))).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("it is suspended") },
    });
    expect(held.number).not.toBe("");
    stop();
  });
});

const LICENCE = {
  ...{
    __typename: "ShownLicence",
    number: "2430599",
    status: "VALID",
    issuedOn: "2026-11-01",
    validUntil: null,
  },
  identifier: "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
  ...{ issuer: { creditCode: "11100000000013338W" }, type: { vct: "urn:jilin:jl-electrician" }, content: {} },
};

describe("the settings of the platforms of other regions", () => {
  const peers = { live: { [JILIN]: { origin: "https://jilin.test", apiKey: "k" } } };
  const asked = { region: region(JILIN), mode: "live", origins: ["https://jilin.test"] } as const;
  const open = async (value: string | undefined) => {
    const logs: string[] = [];
    const opened = await openPeerPlatforms(
      { licencePeers: value === undefined ? undefined : { value } },
      { runtime: systemRuntime, log: (_, message) => logs.push(message) },
      async () =>
        Response.json({ data: { result: { __typename: "NotFound", code: "LICENCE_CODE_UNKNOWN" } } }),
    );
    return { opened, logs };
  };

  it("name the platform and our key there; without any nobody is asked", async () => {
    const { opened } = await open(JSON.stringify(peers));
    expect(await opened.redeem(asked, "a")).toMatchObject({
      ok: true,
      value: { refused: "LICENCE_CODE_UNKNOWN" },
    });
    expect(await opened.redeem({ ...asked, mode: "test" }, "a")).toMatchObject({ error: "NOT_CONNECTED" });
    // Settings alone do not make a platform trusted.
    expect(await opened.redeem({ ...asked, origins: ["https://other.test"] }, "a")).toMatchObject({
      error: "NOT_CONNECTED",
    });
    const none = await open(undefined);
    expect(await none.opened.redeem(asked, "a")).toMatchObject({ error: "NOT_CONNECTED" });
  });

  it.each([
    ["no JSON", "{"],
    ["another mode", JSON.stringify({ prod: {} })],
    ["no region", JSON.stringify({ live: { "999999": peers.live[JILIN] } })],
    ["http", JSON.stringify({ live: { [JILIN]: { origin: "http://jilin.test", apiKey: "k" } } })],
    ["a path", JSON.stringify({ live: { [JILIN]: { origin: "https://jilin.test/x", apiKey: "k" } } })],
    ["no key", JSON.stringify({ live: { [JILIN]: { origin: "https://jilin.test" } } })],
  ])("that make no sense are a fault in the log, which never shows them: %s", async (_, value) => {
    const { opened, logs } = await open(value);
    expect(logs).toEqual([expect.stringMatching(/^settings of the platforms of other regions: /)]);
    expect(logs.join()).not.toContain("jilin");
    expect(await opened.redeem(asked, "a")).toMatchObject({ error: "NOT_CONNECTED" });
  });

  it("speak https alone, also for documents", async () => {
    const { opened } = await open(JSON.stringify(peers));
    expect(await opened.document("http://jilin.test/documents/x")).toMatchObject({ error: "NOT_CONNECTED" });
  });
});
