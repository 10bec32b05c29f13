import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { nodesAt } from "../../../support/asking.ts";
import { trailOf } from "../../../support/audit-trail.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { type Json, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { newPhone, openLicences, type Phone, walletOf } from "../wallet/wallet-world.ts";
import {
  type AnswerChanges,
  answerOf,
  openidOf,
  overHttp,
  parametersOf,
  presentingApp,
  SITE,
} from "./openid-world.ts";

const TYPE = "presented-licence";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let others: Awaited<ReturnType<typeof openLicences>>;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let openid: ReturnType<typeof openidOf>;
let partner: { readonly apiKey: string };
let another: { readonly apiKey: string };
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, TYPE);
  others = await openLicences(platform, "other-licence");
  server = await startHttpServer(platform);
  openid = openidOf(platform, overHttp(server.origin));
  partner = { apiKey: (await seedPartner(platform, { scopes: ["LICENCE_CODES"] })).liveKey };
  another = { apiKey: (await seedPartner(platform, { scopes: ["LICENCE_CODES"] })).liveKey };
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

const now = () => platform.clock.now();
const ask = (input: object = {}) => openid.requested(partner, { types: [TYPE], fields: ["trade"], ...input });

/** A holder with a phone that has a licence's credential. */
async function meet(of = licences) {
  const holder = await of.newHolder();
  const phone: Phone = await wallet.boundPhone(holder.person);
  const issued = await wallet.credential(holder.person, { licence: holder.licence, device: phone.id });
  const credential = textAt(issued, "credential");
  const answerTo = (asked: Json, changes?: AnswerChanges) =>
    answerOf({ credential, phone }, asked, now(), changes);
  return { ...holder, phone, credential, answerTo };
}

const REFUSED = { status: 400, body: { error: "invalid_request" } };
const TAKEN = { status: 200, body: {} };
const notRead = (code: string) => ({ __typename: "PresentationNotRead", code });

describe("a partner that asks a wallet", () => {
  it("is answered by the library's client, and reads the fields that it has asked for, once", async () => {
    const { person, licence, number, phone, credential } = await meet();
    const asked = await ask();
    const app = presentingApp(phone, server.origin);
    const { params } = app.parseOpenid4vpAuthorizationRequest({
      authorizationRequest: textAt(asked, "uri"),
    }) as {
      params: Parameters<typeof app.resolveOpenId4vpAuthorizationRequest>[0]["authorizationRequestPayload"];
    };
    const resolved = await app.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: params });
    expect(resolved.client).toMatchObject({ prefix: "redirect_uri" });
    expect(resolved.version).toBe(100);
    expect(resolved.dcql?.query).toEqual({
      credentials: [
        {
          ...{ id: "licence", format: "dc+sd-jwt", meta: { vct_values: [licences.vct] } },
          claims: [{ path: ["content", "trade"] }],
        },
      ],
    });
    const { authorizationRequestPayload } = resolved;
    const told = { audience: `redirect_uri:${SITE}/openid/live/response`, now: now() };
    const nonce = String(authorizationRequestPayload.nonce);
    const presentation = await present(credential, ["trade"], { ...told, nonce }, phone);
    const created = await app.createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload,
      authorizationResponsePayload: { vp_token: { licence: [presentation] } },
    });
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject(notRead("PRESENTATION_AWAITED"));
    const { response } = await app.submitOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: { response_uri: `${SITE}/openid/live/response` },
      authorizationResponsePayload: created.authorizationResponsePayload,
    });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject({
      ...{ __typename: "ShownLicence", number, status: "VALID", type: { code: TYPE }, shownAt: now() },
      content: { name: "王小明", trade: "电工" },
    });
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject(notRead("PRESENTATION_READ"));
    expect(await wallet.told(person)).toEqual(["licence-code.read-by-partner", "wallet-key.bound"]);
    const trail = await trailOf(platform.database(), recordsTable("live"), licence);
    expect(trail.map(({ action }) => action).slice(-2)).toEqual([
      "licences.presentation.made",
      "licences.presentation.read",
    ]);
    const query = `{ result: node(id: "${licence}") { ... on ElectronicLicence {
      verifications { edges { node { outcome by partner purpose } } } } } }`;
    expect(nodesAt(await wallet.run(query, {}, person), "verifications")).toEqual([
      { outcome: "PRESENTED", by: "PARTNER", partner: expect.any(String), purpose: "入场核验" },
    ]);
  });

  it("gets no more than it has asked for, and nothing where the wallet tells less", async () => {
    const { answerTo } = await meet();
    const asked = await ask({ fields: [] });
    expect(await openid.answer(await answerTo(asked, { fields: ["trade"] }))).toMatchObject(TAKEN);
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject({ content: { name: "王小明" } });
    const more = await ask();
    expect(await openid.answer(await answerTo(more, { fields: [] }))).toMatchObject(REFUSED);
    expect(await openid.answer(await answerTo(more))).toMatchObject(TAKEN);
  });

  it("asks for one of several types, and is told what is wrong with its wish", async () => {
    const asked = await ask({ types: [TYPE, "other-licence"] });
    const { dcql_query: query = "" } = parametersOf(asked);
    expect(JSON.parse(query).credentials[0].meta.vct_values).toEqual([licences.vct, others.vct]);
    const { answerTo } = await meet(others);
    expect(await openid.answer(await answerTo(asked))).toMatchObject(TAKEN);
    const rows = [
      [{ types: [] }, "LICENCE_TYPE_UNKNOWN", "types"],
      [{ types: ["no-licence"] }, "LICENCE_TYPE_UNKNOWN", "types"],
      [{ types: Array(6).fill(TYPE) }, "TOO_MANY", "types"],
      [{ fields: ["salary"] }, "LICENCE_FIELD_UNKNOWN", "fields"],
      [{ purpose: " " }, "TEXT_LENGTH", "purpose"],
    ] as const;
    for (const [input, code, path] of rows)
      expect(await ask(input)).toMatchObject({ __typename: "InvalidInput", code, path: ["input", path] });
  });

  it("reads that the holder has declined", async () => {
    const asked = await ask();
    const { state = "" } = parametersOf(asked);
    expect(await openid.answer({ state, error: "access_denied" })).toMatchObject(TAKEN);
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject(notRead("PRESENTATION_DECLINED"));
    const { answerTo } = await meet();
    expect(await openid.answer(await answerTo(asked))).toMatchObject(REFUSED);
  });

  it("reads its own requests alone, each within five minutes of the answer", async () => {
    const { answerTo } = await meet();
    const [asked, late, unanswered] = [await ask(), await ask(), await ask()];
    expect(await openid.answer(await answerTo(asked))).toMatchObject(TAKEN);
    const notFound = { __typename: "NotFound", code: "PRESENTATION_NOT_FOUND" };
    expect(await openid.read(another, textAt(asked, "id"))).toMatchObject(notFound);
    expect(await openid.read(partner, "vpr_0000000000000000")).toMatchObject(notFound);
    expect(await openid.read(partner, "nothing")).toMatchObject(notFound);
    platform.clock.advance(299_999);
    const { answerTo: next } = await meet();
    expect(await openid.answer(await next(late))).toMatchObject(TAKEN);
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject({ __typename: "ShownLicence" });
    platform.clock.advance(300_000);
    for (const one of [late, unanswered])
      expect(await openid.read(partner, textAt(one, "id"))).toMatchObject(notRead("PRESENTATION_OVER"));
  });
});

describe("an answer is not taken", () => {
  it("a second time, nor for another request, nor by one of two at once", async () => {
    const { answerTo } = await meet();
    const [asked, other, raced] = [await ask(), await ask(), await ask()];
    const answer = await answerTo(asked);
    expect(await openid.answer(answer)).toMatchObject(TAKEN);
    expect(await openid.answer(answer)).toMatchObject(REFUSED);
    expect(await openid.answer({ ...answer, state: parametersOf(other)["state"] ?? "" })).toMatchObject(
      REFUSED,
    );
    const both = [await answerTo(raced), await answerTo(raced)].map((one) => openid.answer(one));
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it("that was made for another verifier, nonce, query or key, or says what nobody has signed", async () => {
    const { answerTo, credential } = await meet();
    const asked = await ask();
    const { state = "" } = parametersOf(asked);
    const stranger: Phone = { ...(await newPhone()), id: "" };
    const good = await answerTo(asked);
    const [presentation = ""] = JSON.parse(good.vp_token).licence;
    const rows: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ["another verifier", await answerTo(asked, { audience: "https://another.test" })],
      ["another nonce", await answerTo(asked, { nonce: "n" })],
      ["another query", await answerTo(asked, { queryId: "permit" })],
      ["another key", await answerTo(asked, { by: stranger })],
      ["two presentations", { state, vp_token: JSON.stringify({ licence: [presentation, presentation] }) }],
      ["none", { state, vp_token: JSON.stringify({ licence: [] }) }],
      ["an object", { state, vp_token: JSON.stringify({ licence: [{}] }) }],
      ["no JSON", { state, vp_token: "x" }],
      ["no holder's word", { state, vp_token: JSON.stringify({ licence: [credential] }) }],
      [
        "a changed text",
        { state, vp_token: JSON.stringify({ licence: [presentation.replace("~", "~WyJ4Il0~")] }) },
      ],
      ["no token", { state }],
      ["no state", { vp_token: good.vp_token }],
      ["a state that nobody was given", { ...good, state: `${state}0` }],
      ["a state's name alone", { ...good, state: textAt(asked, "id") }],
    ];
    for (const [what, fields] of rows)
      expect([what, await openid.answer(fields)]).toMatchObject([what, REFUSED]);
    expect(await openid.answer(good, "test")).toMatchObject(REFUSED);
    const raw = (headers: Record<string, string>, body: string) =>
      openid.post("live/response", { headers, body });
    expect(await raw({ "content-type": "application/json" }, JSON.stringify(good))).toMatchObject(REFUSED);
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const long = new URLSearchParams({ ...good, x: "x".repeat(140_000) }).toString();
    expect(await raw(type, long)).toMatchObject({ ...REFUSED, status: 413 });
    expect(await openid.answer(good)).toMatchObject(TAKEN);
  });

  it("of another type, nor after five minutes", async () => {
    const [mine, theirs] = [await meet(), await meet(others)];
    const asked = await ask();
    expect(await openid.answer(await theirs.answerTo(asked))).toMatchObject(REFUSED);
    platform.clock.advance(299_999);
    const inTime = await mine.answerTo(asked);
    platform.clock.advance(1);
    expect(await openid.answer(inTime)).toMatchObject(REFUSED);
  });

  it("from a phone that was revoked, of a licence that is suspended or superseded, or a minute too late", async () => {
    const [revoked, suspended, superseded, slow] = [await meet(), await meet(), await meet(), await meet()];
    await wallet.revoke(revoked.person, revoked.phone.id);
    await licences.act(suspended.person, "SUSPEND", suspended.number);
    await licences.act(superseded.person, "REISSUE", superseded.number);
    for (const { answerTo } of [revoked, suspended, superseded])
      expect(await openid.answer(await answerTo(await ask()))).toMatchObject(REFUSED);
    const answer = await slow.answerTo(await ask());
    platform.clock.advance(121_000);
    expect(await openid.answer(answer)).toMatchObject(REFUSED);
  });

  it("is read no more once another version has taken the place of the one that was presented", async () => {
    const { person, number, answerTo } = await meet();
    const asked = await ask();
    expect(await openid.answer(await answerTo(asked))).toMatchObject(TAKEN);
    await licences.act(person, "REISSUE", number);
    expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject(notRead("PRESENTATION_OVER"));
  });
});

describe("what was presented", () => {
  const kept = async (asked: Json) => {
    const { Items = [] } = await platform.documents.send(
      new ScanCommand({ TableName: "civigraph-test-records-live" }),
    );
    return JSON.stringify(
      Items.filter(({ pk, sk }) => pk === textAt(asked, "id") && sk === "presentation-request"),
    );
  };

  it("is gone once it is read, and its state is never kept", async () => {
    const { answerTo } = await meet();
    const asked = await ask();
    await openid.answer(await answerTo(asked));
    expect(await kept(asked)).toContain("电工");
    await openid.read(partner, textAt(asked, "id"));
    expect(await kept(asked)).not.toContain("电工");
    expect(await kept(asked)).not.toContain(parametersOf(asked)["state"]);
  });

  it("is gone once a read has found that it is over, and it stays over", async () => {
    const [late, revoked, superseded] = [await meet(), await meet(), await meet()];
    const rows = [
      [late, async () => platform.clock.advance(300_000)],
      [revoked, () => wallet.revoke(revoked.person, revoked.phone.id)],
      [superseded, () => licences.act(superseded.person, "REISSUE", superseded.number)],
    ] as const;
    for (const [{ answerTo, licence, person }, happens] of rows) {
      const asked = await ask();
      await openid.answer(await answerTo(asked));
      await happens();
      await openid.read(another, textAt(asked, "id"));
      expect(await kept(asked)).toContain("电工");
      for (let i = 0; i < 2; i += 1)
        expect(await openid.read(partner, textAt(asked, "id"))).toMatchObject(notRead("PRESENTATION_OVER"));
      expect(await kept(asked)).not.toContain("电工");
      const trail = await trailOf(platform.database(), recordsTable("live"), licence);
      expect(trail.filter(({ action }) => action === "licences.presentation.over")).toHaveLength(1);
      expect(await wallet.told(person)).not.toContain("licence-code.read-by-partner");
    }
  });
});
