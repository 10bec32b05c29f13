import { graphql } from "../generated/gql.ts";
import type {
  ConfirmUploadMutation,
  ConfirmUploadMutationVariables,
  FileType,
  RequestUploadMutation,
  RequestUploadMutationVariables,
} from "../generated/graphql.ts";
import { resultIn } from "../graphql/result-in.ts";
import type { Answer } from "../graphql/send.ts";
import type { NotDone } from "../graphql/use-act.ts";
import type { Text } from "../texts/text.ts";
import { checksumOf, sendFile } from "./send-file.ts";

export const REQUEST_UPLOAD = graphql(`
  mutation RequestUpload($input: MaterialUploadInput!, $key: ID!, $attendance: ID) {
    requestMaterialUpload(input: $input, idempotencyKey: $key, attendance: $attendance) {
      __typename
      ... on MaterialUpload {
        file {
          id
        }
        link {
          method
          url
          headers {
            name
            value
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CONFIRM_UPLOAD = graphql(`
  mutation ConfirmUpload($application: ID!, $file: ID!, $attendance: ID) {
    confirmMaterialUpload(application: $application, file: $file, attendance: $attendance) {
      __typename
      ... on MaterialFile {
        status
        rejection {
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** The calls that an upload is made of. */
export type UploadCalls = {
  readonly request: (variables: RequestUploadMutationVariables) => Promise<Answer<RequestUploadMutation>>;
  readonly confirm: (variables: ConfirmUploadMutationVariables) => Promise<Answer<ConfirmUploadMutation>>;
};

/** A file for a material. Under the same key it is the same file, however often it is sent. */
export type Upload = {
  readonly key: string;
  readonly file: File;
  readonly application: string;
  readonly material: string;
  readonly replaces?: string;
  /** Of a clerk: that of the person for whom it is sent. */
  readonly attendance?: string;
};

/** "unfit": another file has to be chosen. "broken": the same can be sent again. */
export type Uploaded =
  | { readonly kind: "done" | "stopped" | "broken" }
  | { readonly kind: "unfit"; readonly text: Text }
  | NotDone;

type Progress = { readonly signal: AbortSignal; readonly onShare: (share: number) => void };

const TYPES: readonly { readonly type: FileType; readonly is: RegExp }[] = [
  { type: "PDF", is: /^application\/pdf$|\.pdf$/i },
  { type: "JPEG", is: /^image\/jpeg$|\.jpe?g$/i },
  { type: "PNG", is: /^image\/png$|\.png$/i },
];
/** Of the endings that a file chooser offers. */
export const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/** The platform's own bound: a larger one is not read at all, for a phone would choke on it. */
const SIZE_MAX_BYTES = 20 * 1_024 * 1_024;

const UNFIT = {
  type: {
    zh: "只收 PDF、JPEG 和 PNG。请转换格式，或者拍照后上传。",
    en: "Files are PDF, JPEG or PNG. Convert it, or take a photograph of it.",
  },
  large: {
    zh: "文件超过 20 MB。请压缩，或者分成几个文件上传。",
    en: "The file has more than 20 MB. Compress it, or send it in several files.",
  },
  empty: {
    zh: "文件是空的，请另选一个。",
    en: "The file is empty. Choose another one.",
  },
  unreadable: {
    zh: "这个文件读不出来，请另选一个。",
    en: "The file cannot be read. Choose another one.",
  },
} satisfies Record<string, Text>;

const ASK_AGAIN_MS = 3_000;
const ASKS_MAX = 20;

/** Announces a file, sends it where the platform says, and has it looked at, until it is taken or not. */
export async function uploadMaterial(
  { key, file, application, material, replaces, attendance }: Upload,
  calls: UploadCalls,
  progress: Progress,
): Promise<Uploaded> {
  const type = TYPES.find(({ is }) => is.test(file.type) || is.test(file.name))?.type;
  if (!type) return { kind: "unfit", text: UNFIT.type };
  if (file.size > SIZE_MAX_BYTES) return { kind: "unfit", text: UNFIT.large };
  if (file.size === 0) return { kind: "unfit", text: UNFIT.empty };
  const sha256 = await checksumOf(file).catch(() => undefined);
  if (sha256 === undefined) return { kind: "unfit", text: UNFIT.unreadable };
  const by = attendance ? { attendance } : {};
  const described = { type, fileName: file.name, sizeBytes: file.size, sha256 };
  const input = { application, material, ...described, ...(replaces ? { replaces } : {}) };
  const came = resultIn(await calls.request({ key, input, ...by }), "requestMaterialUpload");
  if (came.kind === "trouble") return came;
  const { result } = came;
  if (result.__typename !== "MaterialUpload") return { kind: "refused", message: result.message };
  // Without a link it has been sent already.
  const sent = result.link ? await sendFile(file, result.link, progress) : "sent";
  if (sent === "offline") return { kind: "trouble", trouble: { kind: "offline" } };
  if (sent !== "sent") return { kind: sent === "stopped" ? "stopped" : "broken" };
  return confirmUntilKnown({ application, file: result.file.id, ...by }, calls, progress);
}

/** While the virus scanner has not answered, it is asked about again. */
async function confirmUntilKnown(
  place: ConfirmUploadMutationVariables,
  { confirm }: UploadCalls,
  { signal }: Progress,
): Promise<Uploaded> {
  for (let asked = 0; asked < ASKS_MAX && !signal.aborted; asked += 1) {
    const came = resultIn(await confirm(place), "confirmMaterialUpload");
    if (came.kind === "trouble") return came;
    const { result } = came;
    if (result.__typename !== "MaterialFile") return { kind: "refused", message: result.message };
    if (result.status === "REJECTED") return { kind: "refused", message: result.rejection?.message ?? "" };
    if (result.status === "READY") return { kind: "done" };
    if (result.status === "AWAITED") return { kind: "broken" };
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  // The material's own state says that it is still being looked at.
  return { kind: signal.aborted ? "stopped" : "done" };
}
