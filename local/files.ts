import { createHmac, hash, hkdfSync, timingSafeEqual } from "node:crypto";
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FILE_SIZE_MAX_BYTES } from "../services/government/cases/materials/file-type.ts";
import {
  FILE_HEAD_BYTES,
  type FileLink,
  type FilePlace,
  type Files,
  filePath,
} from "../services/kernel/files/file-store.ts";
import { FILE_PREFIXES } from "../services/kernel/process/config.ts";
import { type Instant, plusMs } from "../services/kernel/runtime.ts";
import { isSystemError } from "./setup-problem.ts";

/** The beginning of the local store's links, behind the platform's own address. */
export const FILES_PATH = "/files/";

export type FileRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
};
export type FileAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
};

export type LocalFiles = {
  readonly files: Files;
  /** Answers what is sent to a link. */
  readonly handle: (request: FileRequest) => Promise<FileAnswer>;
  /** Sends a file to a link from within; throws where it is refused. */
  readonly send: (link: FileLink, bytes: Uint8Array) => Promise<void>;
};

type Options = {
  readonly folder: string;
  /** The platform's own address, for example http://localhost:4000. */
  readonly origin: string;
  readonly secret: string;
  readonly now: () => Instant;
};

/** The file that every scanner takes for a virus and that is none (EICAR), in parts: this one is to be left alone. */
const TEST_VIRUS = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");

const PATH = /^\/files\/((?:uploads|kept)\/(?:live|test)\/app_[0-9a-z]+\/mat_[0-9a-z]+)$/;

/** Files on this machine's disk, behind links that are signed as S3's are: one method, file, size, type and checksum. */
export function openLocalFiles({ folder, origin, secret, now }: Options): LocalFiles {
  const key = Buffer.from(hkdfSync("sha256", secret, "civigraph", "local-files", 32));
  const sign = (method: string, path: string, query: URLSearchParams): string =>
    createHmac("sha256", key).update(`${method}\n${path}\n${query}`).digest("base64url");
  const link = (
    method: FileLink["method"],
    path: string,
    given: Readonly<Record<string, string>>,
  ): string => {
    const query = new URLSearchParams(given);
    query.set("signature", sign(method, path, query));
    return `${origin}${path}?${query}`;
  };
  const until = (seconds: number): string => plusMs(now(), seconds * 1_000);
  const upload = (place: FilePlace): string => filePath(FILE_PREFIXES.uploads, place);
  const keptPath = (place: FilePlace): string => filePath(FILE_PREFIXES.kept, place);

  const files: Files = {
    store: {
      uploadLink: async (place, { sizeBytes, sha256, contentType }, seconds) => {
        const headers = {
          "content-length": String(sizeBytes),
          "content-type": contentType,
          "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64"),
        };
        const url = link("PUT", FILES_PATH + upload(place), { ...headers, expires: until(seconds) });
        return { method: "PUT", url, headers };
      },
      findUpload: async (place) => {
        const bytes = await bytesOf(join(folder, upload(place)));
        return (
          bytes && {
            sizeBytes: bytes.length,
            sha256: hash("sha256", bytes, "hex"),
            head: bytes.subarray(0, FILE_HEAD_BYTES),
          }
        );
      },
      keep: async (place) => {
        const to = join(folder, keptPath(place));
        await mkdir(dirname(to), { recursive: true, mode: 0o700 });
        await copyFile(join(folder, upload(place)), to);
      },
      downloadLink: async (place, { name, contentType }, seconds) => {
        const given = { name, type: contentType, expires: until(seconds) };
        return { method: "GET", url: link("GET", FILES_PATH + keptPath(place), given), headers: {} };
      },
    },
    scan: async (place) => {
      const bytes = await bytesOf(join(folder, upload(place)));
      if (!bytes) return "UNSCANNABLE";
      return bytes.includes(TEST_VIRUS) ? "INFECTED" : "CLEAN";
    },
  };

  const handle = async ({ method, url, headers, body }: FileRequest): Promise<FileAnswer> => {
    const sent = await bytesIn(body);
    const { pathname, searchParams: query } = new URL(url, origin);
    const given = query.get("signature") ?? "";
    query.delete("signature");
    const file = PATH.exec(pathname)?.[1];
    if (!file || !isSame(given, sign(method, pathname, query))) return refusal(403, "SignatureDoesNotMatch");
    if (now() > (query.get("expires") ?? "")) return refusal(403, "RequestHasExpired");
    if (method === "GET") return download(join(folder, file), query);
    const isAsSigned = SIGNED_HEADERS.every((name) => headers[name] === query.get(name));
    if (!isAsSigned) return refusal(403, "SignatureDoesNotMatch");
    const checksum = hash("sha256", sent, "base64");
    const isAsSaid = sent.length === Number(query.get("content-length"));
    if (!isAsSaid || checksum !== query.get("x-amz-checksum-sha256")) return refusal(400, "BadDigest");
    await put(join(folder, file), sent);
    return { status: 200 };
  };
  const send = async ({ method, url, headers }: FileLink, bytes: Uint8Array): Promise<void> => {
    const { pathname, search } = new URL(url);
    const { status } = await handle({ method, url: pathname + search, headers, body: only(bytes) });
    if (status !== 200) throw new Error(`the local store refused a file with ${status}`);
  };
  return { files, handle, send };
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const SIGNED_HEADERS = ["content-length", "content-type", "x-amz-checksum-sha256"];

const refusal = (status: number, body: string): FileAnswer => ({ status, body });

/** It appears at once and whole. */
async function put(to: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const draft = `${to}.${process.pid}.draft`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, to);
}

async function download(from: string, query: URLSearchParams): Promise<FileAnswer> {
  const bytes = await bytesOf(from);
  if (!bytes) return refusal(404, "NoSuchKey");
  return {
    status: 200,
    headers: {
      "content-type": query.get("type") ?? "",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(query.get("name") ?? "")}`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
    body: bytes,
  };
}

/** Bytes beyond the size of any file are read and dropped. */
async function bytesIn(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (size <= FILE_SIZE_MAX_BYTES) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
