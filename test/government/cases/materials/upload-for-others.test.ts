import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmUpload, materialsOf, requestUpload, sendMaterial } from "../../../support/material-files.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedConsent } from "../../../support/seed-consent.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { newApplicant, newOfficer, receive, startCase, startCasework } from "../casework.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const statement = { material: "no-home-statement" };

const stateOf = async (token: string, application: string): Promise<Json> => {
  const materials = await materialsOf(platform, token, application);
  return at(materials.find((one) => textAt(one, "code") === "no-home-statement") ?? null, "state");
};

it("a clerk scans and sends a material for the person present, and for nobody else", async () => {
  const [person, other] = [await newApplicant(platform), await newApplicant(platform)];
  const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
  const application = textAt(await startCase(platform, person.token), "id");
  const attendance = textAt(await receive(platform, clerk, person.idNumber), "id");
  const served = { token: clerk.token, attendance };
  const sent = await sendMaterial(platform, served, { application, ...statement });
  expect(sent).toMatchObject({ __typename: "MaterialFile", status: "READY" });
  expect(await stateOf(person.token, application)).toBe("READY");
  const unknown = { __typename: "NotFound" };
  const elsewhere = textAt(await receive(platform, clerk, other.idNumber), "id");
  for (const by of [clerk.token, { token: clerk.token, attendance: elsewhere }]) {
    expect(await requestUpload(platform, by, { application, ...statement })).toMatchObject(unknown);
    expect(await confirmUpload(platform, by, application, textAt(sent, "id"))).toMatchObject(unknown);
  }
});

it("a partner sends a material for the citizen who consents, in a case that it began", async () => {
  const scopes = ["CONSENT_REQUEST", "APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;
  const partner = await seedPartner(platform, { scopes });
  const person = await newApplicant(platform);
  const ref = await seedConsent(platform, partner, person.id, ["APPLICATIONS_WRITE", "APPLICATIONS_READ"]);
  const { data } = await platform.call({
    apiKey: partner.liveKey,
    query: `mutation ($ref: ID!) { startApplication(idempotencyKey: "begun-by-partner", input: {
      item: "BJ-GJJ-ZFTQ-002", region: "110105", for: { citizen: $ref } }) { ... on Application { id } } }`,
    variables: { ref },
  });
  const application = textAt(data, "startApplication", "id");
  const by = { apiKey: partner.liveKey };
  expect(await sendMaterial(platform, by, { application, ...statement })).toMatchObject({ status: "READY" });
  const mine = await platform.call({
    token: person.token,
    query: "{ me { applications { edges { node { id } } } } }",
  });
  const own = textAt(mine.data, "me", "applications", "edges", 0, "node", "id");
  expect(await stateOf(person.token, own)).toBe("READY");
  const theirs = textAt(await startCase(platform, person.token), "id");
  expect(await requestUpload(platform, by, { application: theirs, ...statement })).toMatchObject({
    __typename: "NotFound",
  });
});
