import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askerOf } from "../../../support/asking.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { openLicences } from "../wallet/wallet-world.ts";
import { copiesOf } from "./copy-world.ts";

let platform: TestPlatform;
let copies: ReturnType<typeof copiesOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
beforeAll(async () => {
  platform = await startPlatform();
  copies = copiesOf(platform);
  licences = await openLicences(platform, "copied-page");
});
afterAll(() => platform.stop());

const PAGES = "zh: svg(language: ZH) en: svg(language: EN) pdf(language: ZH)";

async function shared(fields: readonly string[] = ["grade"]) {
  const { person, licence, number } = await licences.newHolder();
  const copy = await copies.shared(person, { licence, fields, uses: 20 });
  /** As its holder has it. */
  const page = (): Promise<Json> =>
    copies.run(
      `query ($id: ID!) { result: node(id: $id) { ... on LicenceCopy { ${PAGES} } } }`,
      copy,
      person,
    );
  return { person, licence, number, ...copy, page };
}

const used = (code: string): Promise<Json> =>
  askerOf(platform)(
    `mutation ($code: String!) { result: useLicenceCopy(code: $code) { ... on UsedLicenceCopy { ${PAGES} } } }`,
    { code },
  );

/** Lines wrap, and each holds its own text. */
const said = (svg: string): string => svg.replaceAll(/<[^>]*>|\s/g, "");

describe("the page of a copy", () => {
  it("names number, verifier, purpose and last day across its ground, and shows the chosen fields alone", async () => {
    const { id, page } = await shared();
    const [zh, en] = [textAt(await page(), "zh"), textAt(await page(), "en")];
    const day = copies.day(29);
    const words = `加注件${id}：仅供房东李先生用于“租房签约”，有效期至${day}，他用无效。`;
    expect(said(zh)).toContain(words);
    expect(said(en)).toContain(`Copy${id}:for房东李先生only`);
    expect(zh.split('aria-hidden="true"').length).toBeGreaterThan(20);
    for (const [text, isShown] of [
      ...[["王小明", true] as const, ["甲", true] as const],
      ...[["电工", false] as const, ["仅显示选定的内容", true] as const],
    ] as const)
      expect(said(zh).includes(text)).toBe(isShown);
    const pdf = Buffer.from(textAt(await page(), "pdf"), "base64").toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
  });

  it("is the same for its verifier, with each use", async () => {
    const { code, page } = await shared();
    expect(textAt(await used(code), "zh")).toBe(textAt(await page(), "zh"));
    expect(textAt(await used(code), "pdf").length).toBeGreaterThan(10_000);
  });

  it("is drawn no more once it was revoked or is over, or its licence has another version or is not valid", async () => {
    const none = { zh: null, en: null, pdf: null };
    const [revoked, superseded, suspended, over] = [
      ...([await shared(), await shared(), await shared(), await shared()] as const),
    ];
    await copies.revoke(revoked.person, revoked.id);
    await licences.act(superseded.person, "REISSUE", superseded.number);
    await licences.act(suspended.person, "SUSPEND", suspended.number);
    for (const { page } of [revoked, superseded, suspended]) expect(await page()).toEqual(none);
    await licences.act(suspended.person, "RESUME", suspended.number);
    expect(at(await suspended.page(), "zh")).toEqual(expect.any(String));
    const midnight = Date.parse(`${copies.day(30)}T00:00:00+08:00`);
    platform.clock.advance(midnight - Date.parse(platform.clock.now()));
    expect(
      await copies.copy({ token: await platform.tokens.citizen(over.person.id) }, over.id),
    ).toMatchObject({
      status: "OVER",
    });
    expect(await over.page()).toEqual(none);
  });
});
