import { expect, it } from "vitest";
import { addDays, dateAt } from "../../web/shared/format/dates.ts";
import { ask, signedIn } from "../local/local-platform.ts";
import { at, textAt } from "../support/platform.ts";
import { decodeCode } from "./gate.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, signIn, speak, visit } from "./visit.ts";

const SHARE = `mutation ($key: ID!, $input: ShareLicenceInput!) {
  result: shareLicence(idempotencyKey: $key, input: $input) { __typename ... on Refusal { message } }
}`;
const APPLY = `mutation ($input: ApplyForPartnershipInput!) {
  result: applyForPartnership(idempotencyKey: "copies-partner", input: $input) { ... on Partner { id } }
}`;
const APPROVE = `mutation ($id: ID!) {
  result: approvePartner(id: $id, scopes: [LICENCE_CODES], reason: "查验证照") { ... on Partner { status } }
}`;
const OPEN = `mutation ($id: ID!) {
  result: grantLiveAccess(id: $id, reason: "测试通过") { ... on Partner { openModes } }
}`;
/** Of the demo partner, which the demo citizen represents. */
const NAME = "京城便民科技有限公司";
const APPLICATION = {
  ...{ name: NAME, creditCode: "11100000000013338W", purpose: "查验证照", scopes: ["LICENCE_CODES"] },
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
};

/** A partner that reads copies of licences. */
async function newPartner({ origin, demo }: Portal): Promise<string> {
  const endpoint = `${origin}/graphql`;
  const applied = await ask(endpoint, APPLY, signedIn(demo.citizen), { input: APPLICATION });
  const id = textAt(applied.data, "result", "id");
  const { partnerManager = { token: "" } } = demo.officers;
  await ask(endpoint, APPROVE, signedIn(partnerManager), { id });
  const opened = await ask(endpoint, OPEN, signedIn(demo.officer), { id });
  expect(at(opened.data, "result", "openModes")).toContain("LIVE");
  return id;
}

export function moreCopiesJourneys(portal: () => Portal): void {
  it("of a copy for a partner: its code is for the partner's own system, and no page opens it", async () => {
    const { browser, origin, city } = portal();
    const partner = await newPartner(portal());
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.licence.id}/share`);
    await signIn(seen);
    await page.getByLabel("A partner that is registered here").check();
    await page.getByLabel("The partner's id").fill(partner);
    await page.getByLabel("What for").fill("核对证照");
    await page.getByRole("button", { name: "Make the copy" }).click();
    await page.getByRole("heading", { name: "The copy is made" }).waitFor();
    await page.getByText(NAME).waitFor();
    const code = (await page.locator(".code-groups").innerText()).replaceAll(/\s/g, "");
    const qr = await page.getByRole("img", { name: "QR code of the copy" }).screenshot();
    expect(Buffer.from(await decodeCode(browser, qr)).toString()).toBe(code);
    await expectAccessible(seen, "a copy for a partner");
    await speak(seen, "en");
    const stranger = await visit(browser, origin, "en");
    await stranger.page.goto(`/copy#${code}`);
    await drawn(stranger.page);
    await stranger.page.getByRole("button", { name: "Use it once and see it" }).click();
    await stranger.page.getByText("This copy is for another verifier.").waitFor();
    await leave(stranger, origin, PORTAL, [code]);
    await page.getByRole("link", { name: "All copies of this licence" }).click();
    await page.getByRole("link", { name: NAME }).click();
    await page.getByText("Refused: not the one it is for").waitFor();
    await expectAccessible(seen, "a copy that a stranger was refused");
    await leave(seen, origin, PORTAL, [code]);
  });

  it("through more copies than one page has", async () => {
    const { browser, origin, demo, city } = portal();
    for (let i = 0; i <= 10; i += 1) {
      const input = {
        ...{ licence: city.laterLicence.id, verifier: { name: `Landlord ${i}` }, purpose: "租房签约" },
        ...{ fields: [], uses: 1, until: addDays(dateAt(new Date()), 7) },
      };
      const shared = await ask(`${origin}/graphql`, SHARE, signedIn(demo.citizen), {
        ...{ key: `one-of-many-copies-${i}`, input },
      });
      expect(at(shared.data, "result", "__typename")).toBe("SharedLicenceCopy");
    }
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.laterLicence.id}/copies`);
    await signIn(seen);
    const link = (i: number) => page.getByRole("link", { name: `Landlord ${i}`, exact: true });
    await link(10).waitFor();
    expect(await link(0).count()).toBe(0);
    await page.getByRole("link", { name: "Earlier copies" }).click();
    await link(0).waitFor();
    await page.getByRole("link", { name: "Back to the latest" }).click();
    await link(10).waitFor();
    await leave(seen, origin, PORTAL);
  });
}
