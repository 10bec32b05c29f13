import { isFields } from "../../../kernel/fields.ts";
import type { Reason } from "./reasons.ts";

/** A verifier as a copy names it: a registered partner, or anybody else as the holder has called them. */
export type NamedVerifier = { readonly partner: string } | { readonly name: string };

/** The purpose that a copy is bound to, in clear. Times in seconds since 1970; `until` is excluded. */
export type CopyClaim = {
  readonly id: string;
  readonly verifier: NamedVerifier;
  readonly purpose: string;
  /** The verifier's file number, or an application's id. */
  readonly case?: string;
  readonly from: number;
  readonly until: number;
};

/** The verifier's part of a copy: itself, as its holder was told to name it. */
export type ExpectedCopy = { readonly verifier: NamedVerifier };

/** A credential's `copy`; undefined for what is none. */
export function readCopy(claim: unknown): CopyClaim | undefined {
  if (!isFields(claim)) return undefined;
  const { id, purpose, from, until, case: about } = claim;
  const verifier = verifierIn(claim["verifier"]);
  if (typeof id !== "string" || typeof purpose !== "string" || !verifier) return undefined;
  if (typeof from !== "number" || typeof until !== "number") return undefined;
  if (about !== undefined && typeof about !== "string") return undefined;
  return { id, verifier, purpose, from, until, ...(about === undefined ? {} : { case: about }) };
}

/** A partner is one by its id alone: the name beside it is for people. */
function verifierIn(claim: unknown): NamedVerifier | undefined {
  if (!isFields(claim)) return undefined;
  const { partner, name } = claim;
  if (typeof partner === "string") return { partner };
  return partner === undefined && typeof name === "string" ? { name } : undefined;
}

/** Why a copy, or what is none, is not for this verifier; its end is another matter. */
export function copyReason(
  copy: CopyClaim | undefined,
  expected: ExpectedCopy | undefined,
): Reason | undefined {
  if (!expected) return copy ? "COPY_NOT_ASKED_FOR" : undefined;
  if (!copy) return "COPY_MISSING";
  return isSame(copy.verifier, expected.verifier) ? undefined : "COPY_FOR_ANOTHER_VERIFIER";
}

const isSame = (one: NamedVerifier, other: NamedVerifier): boolean =>
  "partner" in one
    ? "partner" in other && one.partner === other.partner
    : "name" in other && one.name === other.name;
