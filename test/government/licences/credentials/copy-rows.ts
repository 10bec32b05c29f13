import type {
  CopyClaim,
  ExpectedCopy,
} from "../../../../services/government/licences/credentials/check-copy.ts";
import { disclose } from "../../../../services/government/licences/credentials/present.ts";
import type { Reason } from "../../../../services/government/licences/credentials/reasons.ts";
import { writeCredential } from "../../../../services/government/licences/credentials/write-credential.ts";
import type { Verification } from "../../../../services/government/licences/verify.ts";
import { type Instant, plusMs } from "../../../../services/kernel/runtime.ts";
import { BASE, FRESH, jws, LIST, NOW, rewritten, VCT, VERSION, type World } from "./credential-world.ts";

type Row = readonly [what: string, reason: Reason, attempt: (w: World) => Promise<Verification>];

const seconds = (instant: Instant): number => Date.parse(instant) / 1_000;

/** The first instant at which the copies of these tests no longer hold. */
export const COPY_ENDS = plusMs(NOW, 3_600_000);

export const LANDLORD = { name: "房东李先生" };
export const BANK = { partner: "ptn_0123456789abcdef", name: "京城便民银行" };

export const CLAIM: CopyClaim = {
  ...{ id: "lcp_0123456789abcdef", verifier: LANDLORD, purpose: "租房签约", case: "2026-1107" },
  ...{ from: seconds(plusMs(NOW, -86_400_000)), until: seconds(COPY_ENDS) },
};

/** A copy as a platform signs it, with one chosen field. */
export function copyOf(w: World, changes: Partial<CopyClaim> = {}): Promise<string> {
  const { deviceKey: _, ...terms } = w.terms;
  const copy = { claim: { ...CLAIM, ...changes }, fields: ["operator", "premises"] };
  return writeCredential(VERSION, { ...terms, endsAt: COPY_ENDS, copy });
}

/** By a verifier that asks for a copy of its own. */
export const verifyCopy = (
  w: World,
  text: string,
  verifier: ExpectedCopy["verifier"] = LANDLORD,
  now = NOW,
  has: Parameters<World["verify"]>[1] = {},
): Promise<Verification> => w.verify(text, has, { types: [VCT], copy: { verifier } }, now);

/** Signed by the issuer, with a `copy` that it would not write. */
const written = async (w: World, copy: unknown): Promise<Verification> => {
  const claims = { iss: `${BASE}/issuers/${VERSION.issuer.creditCode}`, iat: CLAIM.from, vct: VCT, copy };
  const status = { status_list: { idx: 4711, uri: LIST } };
  const head = { typ: "dc+sd-jwt", alg: "ES256", kid: "bj-2026" };
  return verifyCopy(w, `${await jws(head, { ...claims, status }, w.platform.signer.sign)}~`);
};

type Verifier = CopyClaim["verifier"];

const forAnother = (what: string, verifier: Verifier, by: Verifier): Row => [
  ...([what, "COPY_FOR_ANOTHER_VERIFIER"] as const),
  async (w) => verifyCopy(w, await copyOf(w, { verifier }), by),
];

const malformed = (what: string, copy: unknown): Row => [
  ...([`a purpose that is none: ${what}`, "MALFORMED"] as const),
  (w) => written(w, copy),
];

/** The misuse of copies, and the reason of each refusal. */
export const COPY_ROWS: readonly Row[] = [
  forAnother("a copy for a landlord, at a bank", LANDLORD, BANK),
  forAnother("a copy for a bank, at a landlord", BANK, LANDLORD),
  forAnother("a copy for another landlord", LANDLORD, { name: "房东张先生" }),
  forAnother("a copy for another bank", BANK, { partner: "ptn_fedcba9876543210" }),
  forAnother("a copy for one whom its holder calls by a bank's id", { name: BANK.partner }, BANK),
  forAnother("a copy for a bank, at one who has its name alone", BANK, { name: BANK.name }),
  [
    "a copy, where the licence itself is asked for",
    "COPY_NOT_ASKED_FOR",
    async (w) => w.verify(await copyOf(w), {}, { types: [VCT] }),
  ],
  [
    "a copy, where the holder's key is asked for",
    "COPY_NOT_ASKED_FOR",
    async (w) => w.verify(await copyOf(w)),
  ],
  [
    "the licence itself, where a copy is asked for",
    "COPY_MISSING",
    async (w) => verifyCopy(w, await disclose(await w.issue(), ["premises"])),
  ],
  ["a copy that is over", "COPY_OVER", async (w) => verifyCopy(w, await copyOf(w), LANDLORD, COPY_ENDS)],
  [
    "a copy whose licence has another version since",
    "SUPERSEDED",
    async (w) => verifyCopy(w, await copyOf(w), LANDLORD, NOW, { statusOf: () => ({ ...FRESH, status: 3 }) }),
  ],
  [
    "a copy whose purpose was changed",
    "BAD_SIGNATURE",
    async (w) => {
      const [jwt = "", ...rest] = (await copyOf(w)).split("~");
      const [header, payload = "", signature] = jwt.split(".");
      const changed = rewritten(payload, (json) => ({ ...json, copy: { ...CLAIM, purpose: "贷款" } }));
      return verifyCopy(w, [[header, changed, signature].join("."), ...rest].join("~"));
    },
  ],
  [
    "a copy with a field that was not chosen",
    "DISCLOSURE_NOT_SIGNED",
    async (w) => {
      const other = await w.issue({}, { saltOf: (field) => `${w.terms.saltOf(field)}x` });
      return verifyCopy(w, `${await copyOf(w)}${other.split("~")[2]}~`);
    },
  ],
  malformed("a text", "租房"),
  malformed("without an id", { ...CLAIM, id: undefined }),
  malformed("without a purpose", { ...CLAIM, purpose: 1 }),
  malformed("for nobody", { ...CLAIM, verifier: {} }),
  malformed("for a number", { ...CLAIM, verifier: { partner: 1, name: LANDLORD.name } }),
  malformed("for a text", { ...CLAIM, verifier: LANDLORD.name }),
  malformed("without an end", { ...CLAIM, until: undefined }),
  malformed("from a text on", { ...CLAIM, from: "yesterday" }),
  malformed("with a case that is no text", { ...CLAIM, case: 1 }),
];
