import { createHash, randomUUID } from "node:crypto";
import type { FileAnswer } from "../../local/files.ts";
import { at, type Json, type TestPlatform, textAt } from "./platform.ts";

/** Bytes that begin as a PDF does; each text makes another file. */
export const pdfOf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export type Sending = {
  readonly application: string;
  readonly material: string;
  readonly bytes?: Uint8Array;
  readonly type?: "PDF" | "JPEG" | "PNG";
  readonly fileName?: string;
  readonly sizeBytes?: number;
  readonly sha256?: string;
  readonly replaces?: string;
  readonly key?: string;
};

const NOT_DONE = "__typename ... on Refusal { code message } ... on InvalidInput { path }";
const REFUSAL = `${NOT_DONE} ... on NotAllowedNow { state availableActions }`;
const FILE =
  "id material name type sizeBytes sha256 status rejection { code message } requestedAt uploadedAt replacedAt";

/** A partner is never told a checksum. */
const fileFor = (by: Sender): string =>
  typeof by === "object" && by.apiKey !== undefined ? FILE.replace("sha256", "") : FILE;

const MATERIALS = `code isRequired state isEditable files { ${FILE} } filled { source reference statedOn takenAt }`;

/** The sender: by a token, with the attendance that a clerk serves in; or by a partner's key. */
export type Sender =
  | string
  | { readonly token?: string; readonly apiKey?: string; readonly attendance?: string };

async function ask(platform: TestPlatform, by: Sender, query: string, variables: object): Promise<Json> {
  const { attendance = null, ...caller } = typeof by === "string" ? { token: by } : by;
  const answer = await platform.call({ ...caller, query, variables: { ...variables, attendance } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "result");
}

/** Announces a file; what it says of the bytes is the truth where nothing else is given. */
export function requestUpload(
  platform: TestPlatform,
  by: Sender,
  { bytes = pdfOf("材料"), key = randomUUID(), type = "PDF", fileName = "材料.pdf", ...given }: Sending,
): Promise<Json> {
  const input = { type, fileName, sizeBytes: bytes.length, sha256: sha256Of(bytes), ...given };
  return ask(
    platform,
    by,
    `mutation ($input: MaterialUploadInput!, $key: ID!, $attendance: ID) {
      result: requestMaterialUpload(input: $input, idempotencyKey: $key, attendance: $attendance) { ${REFUSAL}
        ... on MaterialUpload { file { ${fileFor(by)} } link { method url expiresAt headers { name value } } } } }`,
    { input, key },
  );
}

export const confirmUpload = (
  platform: TestPlatform,
  by: Sender,
  application: string,
  file: string,
): Promise<Json> =>
  ask(
    platform,
    by,
    `mutation ($application: ID!, $file: ID!, $attendance: ID) {
      result: confirmMaterialUpload(application: $application, file: $file, attendance: $attendance) { ${REFUSAL}
        ... on MaterialFile { ${fileFor(by)} } } }`,
    { application, file },
  );

const headersOf = (link: Json): Record<string, string> => {
  const headers = at(link, "headers");
  if (!Array.isArray(headers)) throw new Error("a link without headers");
  return Object.fromEntries(headers.map((one: Json) => [textAt(one, "name"), textAt(one, "value")]));
};

/** Sends bytes to an upload link, past HTTP; `change` puts other headers in. */
export function putFile(
  { files }: Pick<TestPlatform, "files">,
  link: Json,
  bytes: Uint8Array,
  change: Readonly<Record<string, string>> = {},
): Promise<FileAnswer> {
  const { pathname, search } = new URL(textAt(link, "url"));
  const body = (async function* () {
    yield bytes;
  })();
  return files({ method: "PUT", url: pathname + search, headers: { ...headersOf(link), ...change }, body });
}

/** Announces a file, sends it and has it checked: the file as it stands then. */
export async function sendMaterial(platform: TestPlatform, by: Sender, sending: Sending): Promise<Json> {
  const bytes = sending.bytes ?? pdfOf("材料");
  const requested = await requestUpload(platform, by, { ...sending, bytes });
  if (textAt(requested, "__typename") !== "MaterialUpload") throw new Error(JSON.stringify(requested));
  const { status } = await putFile(platform, at(requested, "link"), bytes);
  if (status !== 200) throw new Error(`the file was refused with ${status}`);
  return confirmUpload(platform, by, sending.application, textAt(requested, "file", "id"));
}

export const downloadMaterial = (
  platform: TestPlatform,
  caller: { readonly token?: string; readonly apiKey?: string },
  application: string,
  file: string,
) =>
  platform.call({
    ...caller,
    query: `mutation ($application: ID!, $file: ID!) {
      result: downloadMaterial(application: $application, file: $file) { ${NOT_DONE}
        ... on MaterialDownload { url expiresAt file { id name } } } }`,
    variables: { application, file },
  });

/** The materials of a case as its applicant or an officer sees them. */
export async function materialsOf(
  platform: TestPlatform,
  token: string,
  id: string,
): Promise<readonly Json[]> {
  const found = await ask(
    platform,
    token,
    `query ($id: ID!) { result: node(id: $id) { ... on Application { materials { ${MATERIALS} } } } }`,
    { id },
  );
  const materials = at(found, "materials");
  return Array.isArray(materials) ? materials : [];
}
