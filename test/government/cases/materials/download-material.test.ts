import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tooManyPersons } from "../../../../services/api/consents.ts";
import { downloadMaterial as linkToFile } from "../../../../services/government/cases/materials/download-material.ts";
import type { Officer } from "../../../../services/kernel/actor.ts";
import { newId } from "../../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../../services/kernel/runtime.ts";
import { brokenLink, trailOf } from "../../../support/audit-trail.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import {
  downloadMaterial,
  materialsOf,
  pdfOf,
  requestUpload,
  sendMaterial,
} from "../../../support/material-files.ts";
import { at, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedConsent } from "../../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../../support/seed-partner.ts";
import {
  type Applicant,
  BY_HAND,
  newApplicant,
  newOfficer,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
} from "../casework.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let partner: LivePartner;
beforeAll(async () => {
  platform = await startCasework();
  server = await startHttpServer(platform);
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ", "APPLICATIONS_READ"] });
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

const BYTES = pdfOf("租房合同");
let applicant: Applicant;

/** A case with one file, handed in where that is asked for. */
async function caseWithFile(isSubmitted: boolean): Promise<{ readonly id: string; readonly file: string }> {
  applicant = await newApplicant(platform);
  const id = textAt(await startCase(platform, applicant.token, { item: BY_HAND }), "id");
  await saveCase(platform, applicant.token, id, RENT_FORM);
  const sent = { application: id, material: "lease-contract", bytes: BYTES, fileName: "合同 (1).pdf" };
  const file = textAt(await sendMaterial(platform, applicant.token, sent), "id");
  if (isSubmitted) await submitAsIs(platform, applicant.token, id);
  return { id, file };
}

const resultOf = async (...asked: Parameters<typeof downloadMaterial>) => {
  const { data, errors } = await downloadMaterial(...asked);
  expect(errors).toEqual([]);
  return at(data, "result");
};

const fetchFile = (url: string) => fetch(url.replace("http://files.test", server.origin));

const fetches = async (id: string) =>
  (await trailOf(platform.database(), "records-live", id)).filter(({ action }) =>
    String(action).endsWith("case.fetched"),
  );

const officerOf = (): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: ["REVIEWER"] },
  person: platform.newCitizen(),
  jurisdiction: { regionPrefix: "", departments: [] },
});

describe("a file of a case", () => {
  it("is fetched by the applicant by a link of five minutes, under its name and never shown in place", async () => {
    const { id, file } = await caseWithFile(false);
    const link = await resultOf(platform, applicant, id, file);
    expect(link).toMatchObject({ __typename: "MaterialDownload", file: { id: file, name: "合同 (1).pdf" } });
    const url = textAt(link, "url");
    const answer = await fetchFile(url);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("合同 (1).pdf")}`,
    );
    platform.clock.advance(300_000);
    expect((await fetchFile(url)).status).toBe(200);
    platform.clock.advance(1);
    expect((await fetchFile(url)).status).toBe(403);
  });

  it("is fetched by an officer of the jurisdiction once it is handed in, and by no other", async () => {
    const [here, elsewhere] = await Promise.all(
      ["11", "31"].map((region) => newOfficer(platform, { roles: ["ACCEPTOR"], region })),
    );
    const unsent = await caseWithFile(false);
    expect(await resultOf(platform, { token: here?.token ?? "" }, unsent.id, unsent.file)).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
    const { id, file } = await caseWithFile(true);
    expect(await resultOf(platform, { token: here?.token ?? "" }, id, file)).toMatchObject({
      __typename: "MaterialDownload",
    });
    expect(await resultOf(platform, { token: elsewhere?.token ?? "" }, id, file)).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
  });

  it("of somebody else answers as an unknown one, and so does a file of another case", async () => {
    const other = await caseWithFile(true);
    const { token } = await newApplicant(platform);
    expect(await resultOf(platform, { token }, other.id, other.file)).toMatchObject({
      __typename: "NotFound",
      code: "APPLICATION_NOT_FOUND",
    });
    const { id } = await caseWithFile(true);
    expect(await resultOf(platform, applicant, id, other.file)).toMatchObject({ code: "FILE_NOT_FOUND" });
  });

  it("that is not checked, or was not taken, is given to nobody", async () => {
    const { id } = await caseWithFile(false);
    const wish = { application: id, material: "lease-contract" };
    const awaited = textAt(await requestUpload(platform, applicant.token, wish), "file", "id");
    const bytes = Buffer.from("no pdf");
    const rejected = textAt(await sendMaterial(platform, applicant.token, { ...wish, bytes }), "id");
    for (const file of [awaited, rejected]) {
      expect(await resultOf(platform, applicant, id, file)).toMatchObject({
        code: "FILE_NOT_READY",
        path: ["file"],
      });
    }
    expect(await fetches(id)).toEqual([]);
  });

  it("stands in the case's audit trail with whoever fetched it, and so does every step before", async () => {
    const { id, file } = await caseWithFile(true);
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    await resultOf(platform, applicant, id, file);
    await resultOf(platform, officer, id, file);
    const reason = `lease-contract: ${file}`;
    expect(await fetches(id)).toMatchObject([
      { actor: applicant.id, reason },
      { actor: officer.id, reason },
    ]);
    const trail = await trailOf(platform.database(), "records-live", id);
    const actions = trail.map(({ action }) => String(action).replace("applications.case.", ""));
    expect(actions.slice(0, 5)).toEqual([
      "started",
      "saved",
      "material-announced",
      "material-ready",
      "submitted",
    ]);
    expect(brokenLink(id, trail)).toBeUndefined();
  });
});

it("a file that an officer fetches is on record: the applicant reads which office has it", async () => {
  const { id, file } = await caseWithFile(true);
  const officer = await newOfficer(platform, { roles: ["REVIEWER"] });
  await resultOf(platform, officer, id, file);
  const { data } = await platform.call({
    token: applicant.token,
    query: "{ me { accesses(first: 1) { edges { node { fields office { roles applications } } } } } }",
  });
  expect(at(data, "me", "accesses", "edges", 0, "node")).toEqual({
    fields: ["MaterialDownload.url"],
    office: { roles: ["REVIEWER"], applications: [id] },
  });
});

describe("a partner", () => {
  const QUERY = `query ($ref: ID!) { citizen(ref: $ref) { applications { edges { node { id
    materials { code state files { id name status } } } } } } }`;

  it("fetches a file under the citizen's consent, knows it by an id of its own, and is on record", async () => {
    const { id, file } = await caseWithFile(true);
    const ref = await seedConsent(platform, partner, applicant.id, ["PROFILE_READ", "APPLICATIONS_READ"]);
    const seen = await platform.call({ query: QUERY, apiKey: partner.liveKey, variables: { ref } });
    expect(seen.errors).toEqual([]);
    const node = at(seen.data, "citizen", "applications", "edges", 0, "node");
    const lease = at(node, "materials", 2);
    expect(lease).toMatchObject({ code: "lease-contract", state: "READY" });
    const theirs = textAt(lease, "files", 0, "id");
    expect(theirs).not.toBe(file);
    const caller = { apiKey: partner.liveKey };
    const link = await resultOf(platform, caller, textAt(node, "id"), theirs);
    expect((await fetchFile(textAt(link, "url"))).status).toBe(200);
    for (const [application, of] of [
      [id, theirs],
      [textAt(node, "id"), file],
    ] as const) {
      const refused = await downloadMaterial(platform, caller, application, of);
      expect(at(refused.data, "result", "__typename")).toBe("NotFound");
    }
    const accesses = await platform.call({
      token: applicant.token,
      query: "{ me { accesses { edges { node { fields } } } } }",
    });
    expect(JSON.stringify(accesses.data)).toContain("MaterialDownload.url");
  });

  it("without that consent is told of no case", async () => {
    const { id, file } = await caseWithFile(true);
    await seedConsent(platform, partner, applicant.id, ["PROFILE_READ"]);
    const answer = await downloadMaterial(platform, { apiKey: partner.liveKey }, id, file);
    expect(at(answer.data, "result")).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
  });

  it("is never told a file's checksum, by which two of them could find the same person", async () => {
    await caseWithFile(true);
    const ref = await seedConsent(platform, partner, applicant.id, ["APPLICATIONS_READ"]);
    const query = QUERY.replace("name status", "sha256");
    const { errors } = await platform.call({ query, apiKey: partner.liveKey, variables: { ref } });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
  });
});

it("an officer sees the materials of a case with what there is of each", async () => {
  const { id } = await caseWithFile(true);
  const officer = await newOfficer(platform, { roles: ["REVIEWER"] });
  const states = (await materialsOf(platform, officer.token, id)).map((one) => [
    textAt(one, "code"),
    textAt(one, "state"),
  ]);
  expect(states).toEqual([
    ["id-card", "MISSING"],
    ["marriage-certificate", "MISSING"],
    ["lease-contract", "READY"],
    ["no-home-statement", "MISSING"],
    ["rent-invoice", "MISSING"],
  ]);
});

describe("a file whose reading cannot be put on the person's record", () => {
  it("is not given away, and nothing says that it was fetched", async () => {
    const { id, file } = await caseWithFile(true);
    const actor = officerOf();
    const tooMany = () => {
      throw tooManyPersons();
    };
    const ports = { ...platform.context(actor), actor, mode: "live", accessLog: { note: tooMany } } as const;
    const wish = { application: { record: id, person: undefined }, file };
    await expect(linkToFile(ports, wish)).rejects.toThrow("LIMIT_EXCEEDED");
    expect(await fetches(id)).toEqual([]);
  });
});
