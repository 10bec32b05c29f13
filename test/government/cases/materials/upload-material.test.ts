import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rentWithdrawal } from "../../../../local/demo/items/rent-withdrawal.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import {
  confirmUpload,
  materialsOf,
  pdfOf,
  putFile,
  requestUpload,
  sendMaterial,
  sha256Of,
} from "../../../support/material-files.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { publishItem } from "../../catalogue/items.ts";
import {
  type Applicant,
  act,
  allRounder,
  CHAOYANG,
  caseOf,
  mutateCase,
  newApplicant,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
} from "../casework.ts";

/** Decided by people; asks for a statement, and takes a lease contract. */
const ITEM = "BJ-GJJ-CLSC-001";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
beforeAll(async () => {
  platform = await startCasework();
  server = await startHttpServer(platform);
  const { rule: _, effect: __, ...content } = rentWithdrawal.draft;
  const materials = [
    { code: "statement", name: { zh: "承诺书", en: "Statement" }, required: true },
    { code: "lease", name: { zh: "租房合同", en: "Lease" }, required: false },
  ];
  await publishItem(platform, { ...content, code: ITEM, materials }, { "110000": "GENERAL" });
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

let applicant: Applicant;

async function draft(form: Readonly<Record<string, unknown>> = RENT_FORM): Promise<string> {
  applicant = await newApplicant(platform);
  const id = textAt(await startCase(platform, applicant.token, { item: ITEM, region: CHAOYANG }), "id");
  await saveCase(platform, applicant.token, id, form);
  return id;
}

const material = async (id: string, code: string): Promise<Json> => {
  const found = (await materialsOf(platform, applicant.token, id)).find(
    (one) => textAt(one, "code") === code,
  );
  if (!found) throw new Error(`the case has no material ${code}`);
  return found;
};

/** The steps of a front-end, by real HTTP. */
async function overHttp(link: Json, bytes: Uint8Array, change: Record<string, string> = {}): Promise<number> {
  const headers = at(link, "headers");
  const given = (Array.isArray(headers) ? headers : []).map(
    (one: Json) => [textAt(one, "name"), textAt(one, "value")] as const,
  );
  // The client sets the length itself, as a browser does.
  const sent = { ...Object.fromEntries(given.filter(([name]) => name !== "content-length")), ...change };
  const url = textAt(link, "url").replace("http://files.test", server.origin);
  return (await fetch(url, { method: textAt(link, "method"), headers: sent, body: new Uint8Array(bytes) }))
    .status;
}

const send = (application: string, change: Partial<Parameters<typeof sendMaterial>[2]> = {}) =>
  sendMaterial(platform, applicant.token, { application, material: "statement", ...change });

describe("a material", () => {
  it("is announced, sent over HTTP, checked and ready; then the case can be handed in", async () => {
    const id = await draft();
    const bytes = pdfOf("本人在本市无自有住房");
    const requested = await requestUpload(platform, applicant.token, {
      application: id,
      material: "statement",
      bytes,
    });
    expect(requested).toMatchObject({
      file: { status: "AWAITED", name: "材料.pdf", sizeBytes: bytes.length },
      link: { method: "PUT", expiresAt: "2026-03-02T02:15:00.000Z" },
    });
    expect(await overHttp(at(requested, "link"), bytes)).toBe(200);
    const file = textAt(requested, "file", "id");
    expect(await confirmUpload(platform, applicant.token, id, file)).toMatchObject({
      __typename: "MaterialFile",
      status: "READY",
      rejection: null,
      uploadedAt: "2026-03-02T02:00:00.000Z",
    });
    expect(await material(id, "statement")).toMatchObject({
      state: "READY",
      isRequired: true,
      isEditable: true,
    });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(await material(id, "statement")).toMatchObject({ state: "READY", isEditable: false });
  });

  it("that is asked for and missing keeps the case from being handed in, beside its code", async () => {
    const { mobile: _, ...form } = RENT_FORM;
    const id = await draft(form);
    const outcome = await submitAsIs(platform, applicant.token, id);
    expect(at(outcome, "problems")).toEqual([
      expect.objectContaining({ code: "FORM_FIELD_MISSING", path: ["form", "mobile"] }),
      {
        code: "MATERIAL_MISSING",
        message: "Statement: Send this material.",
        path: ["materials", "statement"],
      },
    ]);
    expect(at(await caseOf(platform, applicant.token, id), "problems")).toContainEqual({
      code: "MATERIAL_MISSING",
      path: ["materials", "statement"],
    });
  });

  it("that is only announced, or rejected, is missing all the same", async () => {
    const id = await draft();
    await requestUpload(platform, applicant.token, { application: id, material: "statement" });
    expect(await material(id, "statement")).toMatchObject({ state: "AWAITED" });
    expect(at(await submitAsIs(platform, applicant.token, id), "problems", 0, "code")).toBe(
      "MATERIAL_MISSING",
    );
    const other = await draft();
    await send(other, { bytes: Buffer.from("no pdf") });
    expect(at(await submitAsIs(platform, applicant.token, other), "problems", 0, "code")).toBe(
      "MATERIAL_REJECTED",
    );
  });

  it("has several files, and one replaces another, which stays on record", async () => {
    const id = await draft();
    const first = textAt(await send(id), "id");
    await send(id, { bytes: pdfOf("第二页") });
    await send(id, { bytes: pdfOf("第一页，更正"), replaces: first });
    const found = await material(id, "statement");
    const files = at(found, "files");
    expect(Array.isArray(files) && files.map((file: Json) => textAt(file, "status"))).toEqual([
      "REPLACED",
      "READY",
      "READY",
    ]);
    expect(
      await requestUpload(platform, applicant.token, {
        application: id,
        material: "statement",
        replaces: first,
      }),
    ).toMatchObject({ code: "FILE_TO_REPLACE_UNKNOWN", path: ["input", "replaces"] });
  });

  it("has ten files at most", async () => {
    const id = await draft();
    for (let page = 1; page <= 10; page += 1) {
      await requestUpload(platform, applicant.token, { application: id, material: "lease" });
    }
    expect(
      await requestUpload(platform, applicant.token, { application: id, material: "lease" }),
    ).toMatchObject({
      code: "TOO_MANY_FILES",
      message: "Too many files: 10 at most.",
    });
  });
});

describe("the same request", () => {
  it("with one key is one file, with a new link; with other content it is refused", async () => {
    const id = await draft();
    const wish = { application: id, material: "statement", key: randomUUID() };
    const all = await Promise.all([1, 2, 3].map(() => requestUpload(platform, applicant.token, wish)));
    expect(new Set(all.map((one) => textAt(one, "file", "id"))).size).toBe(1);
    platform.clock.advance(3_600_000);
    const again = await requestUpload(platform, applicant.token, wish);
    expect(await overHttp(at(again, "link"), pdfOf("材料"))).toBe(200);
    expect(await requestUpload(platform, applicant.token, { ...wish, fileName: "其他.pdf" })).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
  });

  it("to confirm changes nothing the second time, nor when both come at once", async () => {
    const id = await draft();
    const requested = await requestUpload(platform, applicant.token, {
      application: id,
      material: "statement",
    });
    const file = textAt(requested, "file", "id");
    await putFile(platform, at(requested, "link"), pdfOf("材料"));
    const both = await Promise.all([1, 2].map(() => confirmUpload(platform, applicant.token, id, file)));
    expect(both.map((one) => textAt(one, "status"))).toEqual(["READY", "READY"]);
    expect(await confirmUpload(platform, applicant.token, id, file)).toMatchObject({ status: "READY" });
    expect(
      await requestUpload(platform, applicant.token, { application: id, material: "statement" }),
    ).toMatchObject({ link: { method: "PUT" } });
  });
});

describe("what is sent", () => {
  const announceFile = async (bytes: Uint8Array, change = {}) => {
    const id = await draft();
    const wish = { application: id, material: "statement", bytes, ...change };
    const requested = await requestUpload(platform, applicant.token, wish);
    return { id, link: at(requested, "link"), file: textAt(requested, "file", "id") };
  };

  it("is refused with another checksum, another size or another type than was announced", async () => {
    const bytes = pdfOf("真");
    const { id, link, file } = await announceFile(bytes);
    expect(await overHttp(link, pdfOf("假"))).toBe(400);
    expect(await overHttp(link, Buffer.concat([bytes, bytes]))).toBe(403);
    expect(await overHttp(link, bytes, { "content-type": "text/html" })).toBe(403);
    expect(await overHttp(link, bytes, { "x-amz-checksum-sha256": "AAAA" })).toBe(403);
    expect(await confirmUpload(platform, applicant.token, id, file)).toMatchObject({
      __typename: "InvalidInput",
      code: "UPLOAD_MISSING",
      path: ["file"],
    });
    expect(await material(id, "statement")).toMatchObject({ state: "AWAITED" });
  });

  it("is refused by a link that is over, or was changed to lead to another file", async () => {
    const bytes = pdfOf("甲");
    const { link } = await announceFile(bytes);
    const other = await announceFile(bytes);
    const [own, others] = [textAt(link, "url"), textAt(other.link, "url")].map((url) => new URL(url));
    const stolen = `${others?.origin}${others?.pathname}${own?.search}`;
    expect(await overHttp({ ...(link as object), url: stolen } as Json, bytes)).toBe(403);
    const up = textAt(link, "url").replace("/uploads/", "/kept/");
    expect(await overHttp({ ...(link as object), url: up } as Json, bytes)).toBe(403);
    const out = `${own?.origin}/files/uploads/live/..%2f..%2fsecret${own?.search}`;
    expect(await overHttp({ ...(link as object), url: out } as Json, bytes)).toBe(403);
    platform.clock.advance(15 * 60_000 + 1);
    expect(await overHttp(link, bytes)).toBe(403);
  });

  it("is rejected where it does not begin as its type does, whatever it is called", async () => {
    const id = await draft();
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    expect(await send(id, { bytes: html })).toMatchObject({
      status: "REJECTED",
      rejection: { code: "FILE_NOT_ITS_TYPE" },
    });
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(await send(id, { bytes: png, type: "JPEG", fileName: "a.jpg" })).toMatchObject({
      status: "REJECTED",
    });
    expect(await send(id, { bytes: png, type: "PNG", fileName: "a.png" })).toMatchObject({ status: "READY" });
  });

  it("is rejected where the scanner finds a virus, and never kept", async () => {
    const id = await draft();
    const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
    expect(await send(id, { bytes: pdfOf(eicar) })).toMatchObject({
      status: "REJECTED",
      rejection: { code: "FILE_INFECTED", message: "The file holds malware." },
    });
    expect(await material(id, "statement")).toMatchObject({ state: "REJECTED" });
  });
});

describe("what is announced", () => {
  it.each([
    ["a path", { fileName: "../../etc/passwd" }, "FILE_NAME_INVALID", "fileName"],
    ["a path of another system", { fileName: "..\\secret.pdf" }, "FILE_NAME_INVALID", "fileName"],
    ["a hidden name", { fileName: ".htaccess" }, "FILE_NAME_INVALID", "fileName"],
    ["a name that shows as another", { fileName: "a\u202efdp.exe" }, "CONTROL_CHARACTERS", "fileName"],
    ["a name with a line break", { fileName: "a\r\nSet-Cookie: x.pdf" }, "CONTROL_CHARACTERS", "fileName"],
    ["no name", { fileName: " " }, "TEXT_LENGTH", "fileName"],
    ["no byte", { sizeBytes: 0 }, "FILE_SIZE_OUT_OF_RANGE", "sizeBytes"],
    ["too many bytes", { sizeBytes: 20_971_521 }, "FILE_SIZE_OUT_OF_RANGE", "sizeBytes"],
    ["no checksum", { sha256: "abc" }, "SHA256_INVALID", "sha256"],
    ["a material that the item does not have", { material: "id-card" }, "MATERIAL_UNKNOWN", "material"],
    ["the place of no file", { replaces: "mat_0000000000000000" }, "FILE_TO_REPLACE_UNKNOWN", "replaces"],
  ])("is refused with %s", async (_, change, code, field) => {
    const id = await draft();
    const wish = { application: id, material: "statement", ...change };
    expect(await requestUpload(platform, applicant.token, wish)).toMatchObject({
      __typename: "InvalidInput",
      code,
      path: ["input", field],
    });
  });

  it("for somebody else's case answers as for an unknown one, and so does a confirmation", async () => {
    const id = await draft();
    const file = textAt(
      await requestUpload(platform, applicant.token, { application: id, material: "statement" }),
      "file",
      "id",
    );
    const { token } = await newApplicant(platform);
    const unknown = "app_0000000000000000";
    const asked = [id, unknown].map((application) =>
      requestUpload(platform, token, { application, material: "statement" }),
    );
    const confirmed = [id, unknown].map((application) => confirmUpload(platform, token, application, file));
    const answers = await Promise.all([...asked, ...confirmed]);
    for (const answer of answers) expect(answer).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
  });

  it("once a case is handed in is refused with its state", async () => {
    const id = await draft();
    await send(id);
    await submitAsIs(platform, applicant.token, id);
    expect(
      await requestUpload(platform, applicant.token, { application: id, material: "lease" }),
    ).toMatchObject({ __typename: "NotAllowedNow", state: "SUBMITTED", availableActions: ["WITHDRAW"] });
  });
});

describe("a correction", () => {
  async function askForCorrection(materials: string): Promise<string> {
    const id = await draft();
    await send(id);
    await submitAsIs(platform, applicant.token, id);
    platform.clock.advance(60_000);
    const officer = await allRounder(platform);
    const correction = `requestCorrection(id: "${id}", input: { materials: [${materials}] })`;
    const asked = await act(platform, officer, id, "accept", correction);
    expect(asked).toMatchObject({ status: "CORRECTION" });
    platform.clock.advance(60_000);
    return id;
  }
  const LEASE = '{ name: "lease", note: "缺少" }';

  it("opens the materials that its notice names, and no other", async () => {
    const id = await askForCorrection(LEASE);
    const editable = (await materialsOf(platform, applicant.token, id)).map((one) => [
      textAt(one, "code"),
      at(one, "isEditable"),
      at(one, "isRequired"),
    ]);
    expect(editable).toEqual([
      ["statement", false, true],
      ["lease", true, true],
    ]);
    expect(
      await requestUpload(platform, applicant.token, { application: id, material: "statement" }),
    ).toMatchObject({ code: "MATERIAL_NOT_OPEN", path: ["input", "material"] });
  });

  it("is not handed in before what it names was sent anew", async () => {
    const id = await askForCorrection('{ name: "statement", note: "未签名" }');
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({
      problems: [{ code: "MATERIAL_MISSING", path: ["materials", "statement"] }],
    });
    await send(id, { bytes: pdfOf("已签名") });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("takes no file that was announced before it for a material that it does not name", async () => {
    const id = await draft();
    await send(id);
    const late = await requestUpload(platform, applicant.token, {
      application: id,
      material: "statement",
      bytes: pdfOf("迟到"),
    });
    await submitAsIs(platform, applicant.token, id);
    const officer = await allRounder(platform);
    await act(
      platform,
      officer,
      id,
      "accept",
      `requestCorrection(id: "${id}", input: { materials: [${LEASE}] })`,
    );
    expect((await putFile(platform, at(late, "link"), pdfOf("迟到"))).status).toBe(200);
    expect(await confirmUpload(platform, applicant.token, id, textAt(late, "file", "id"))).toMatchObject({
      code: "MATERIAL_NOT_OPEN",
    });
  });

  it("of two who hand in and send at once leaves no file behind that nobody has seen", async () => {
    const id = await draft();
    await send(id);
    const requested = await requestUpload(platform, applicant.token, { application: id, material: "lease" });
    await putFile(platform, at(requested, "link"), pdfOf("材料"));
    const file = textAt(requested, "file", "id");
    const [submitted, confirmed] = await Promise.all([
      submitAsIs(platform, applicant.token, id),
      confirmUpload(platform, applicant.token, id, file),
    ]);
    expect(submitted).toMatchObject({ status: "SUBMITTED" });
    const stands = textAt(await material(id, "lease"), "state");
    expect(stands).toBe(textAt(confirmed, "__typename") === "MaterialFile" ? "READY" : "AWAITED");
  });
});

it("a file is known by the bytes that were sent, to the last one", async () => {
  const id = await draft();
  const bytes = pdfOf("字节");
  expect(await send(id, { bytes })).toMatchObject({ sha256: sha256Of(bytes), sizeBytes: bytes.length });
  await mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不办了")`);
});
