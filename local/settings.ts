import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../services/platform/config.ts";

/** Where the local platform keeps its data, keys and demo credentials. */
export const FOLDER = ".local";

/** The local root secret: made on the first start and kept, because stored keys and references depend on it. */
export const localSecret = (): Promise<string> =>
  keptText(join(FOLDER, "secret"), async () => randomBytes(48).toString("base64url"));

export const localConfig = (secret: string): Config => ({
  tablePrefix: "civigraph-local",
  oidc: {
    issuer: "http://localhost/local-issuer",
    audience: "civigraph-local",
    jwksUrl: "http://localhost/unused",
  },
  secret: { value: secret },
  housingFundDayBasis: 360,
});

/** A file's text; `make` provides it where there is no such file yet. Readable by its owner only. */
export async function keptText(file: string, make: () => Promise<string>): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    const text = await make();
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    return text;
  }
}
