import type { Fields } from "../../../kernel/fields.ts";
import type { Result } from "../../../kernel/result.ts";
import { hasClaims, type ListReader, type ListUnread, readSignedList } from "./read-signed-list.ts";
import { TRUST_LIST_TYPE, type TrustDocument } from "./trust-document.ts";

/** A list that counts, and how long ago it was signed, in seconds. */
export type ReadTrustList = TrustDocument & { readonly ageS: number };

/**
 * Reads a signed trust list, for one who verifies licences, offline too: by WebCrypto alone, without the server. A list that is
 * refused for whatever reason trusts nobody: a licence is then neither valid nor invalid, but unknown. Errors: those of
 * `readSignedList`.
 */
export const readTrustList = (text: string, reader: ListReader): Promise<Result<ReadTrustList, ListUnread>> =>
  readSignedList(text, { type: TRUST_LIST_TYPE, isList: isTrustDocument }, reader);

/** The platform signed it, and writes its parts as it does; only what its counting and times are taken from is looked at. */
const isTrustDocument = (claims: Fields): claims is Fields & TrustDocument =>
  hasClaims(claims, ["issuers", "mappings"]);
