import { documentOf, isIdentityNumber } from "../../../field/identity-document.ts";
import { isTooYoungToBeMarried } from "../../../field/legal-capacity.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getAccount } from "../account-store.ts";
import { findSpouse } from "../household/confirm-spouse.ts";
import { bookForSpouse } from "../household/spouse.ts";
import { allContributions, listLoans, listSettledInterest } from "../store.ts";
import type { WithdrawalReason } from "../withdrawal.ts";
import type { FundForm, FundRecords } from "./fund-records.ts";
import { type FundStore, getBook } from "./withdrawal-store.ts";

/** As much of an application as its records are read by. */
export type Stated = {
  /** Without a number that is somebody else's: nobody is as old as another. */
  readonly form: FundForm;
  /** The spouse whom the form names; null for one who is named by no number, or who is too young to be one. */
  readonly spouse: CitizenId | null | undefined;
};

type Digest = Pick<Secrets, "citizenDigest">;

/** The form of a person's application, as the fund reads it. */
export function statedIn(
  secrets: Digest,
  { citizenId, form, now }: { readonly citizenId: CitizenId; readonly form: FundForm; readonly now: Instant },
): Stated & { readonly isOwnNumber: boolean } {
  const { idNumber, ...rest } = form;
  const isOwnNumber = `ctz_${secrets.citizenDigest(String(idNumber ?? ""))}` === citizenId;
  return { form: isOwnNumber ? form : rest, spouse: spouseIn(form, secrets, now), isOwnNumber };
}

function spouseIn({ spouse }: FundForm, secrets: Digest, now: Instant): CitizenId | null | undefined {
  if (spouse === undefined || spouse === null) return undefined;
  const given = typeof spouse === "object" && "idNumber" in spouse ? spouse.idNumber : "";
  const today = dateAt(now);
  if (typeof given !== "string" || !isIdentityNumber(given, today)) return null;
  return isTooYoungToBeMarried(documentOf(given), today) ? null : `ctz_${secrets.citizenDigest(given)}`;
}

type RecordsPorts = FundStore & { readonly now: Instant };

/** The records that a person's withdrawal is decided on; undefined for somebody who has no account. */
export async function recordsOf(
  ports: RecordsPorts,
  {
    citizenId,
    spouse,
    reason,
  }: Pick<Stated, "spouse"> & {
    readonly citizenId: CitizenId;
    readonly reason: WithdrawalReason;
  },
): Promise<FundRecords | undefined> {
  const { database, mode } = ports;
  const [account, contributions, loans, settled, book, { household, spouseBook }] = await Promise.all([
    getAccount(database, mode, citizenId),
    allContributions(database, mode, citizenId),
    listLoans(database, mode, citizenId),
    reason === "RETIREMENT" ? listSettledInterest(database, mode, citizenId) : [],
    getBook(ports, citizenId),
    householdOf(ports, citizenId, spouse),
  ]);
  return account && { account, contributions, loans, settled, book, household, spouseBook };
}

/** The household that is stated, and the spouse's book where the spouse's own word opens it to the applicant. */
async function householdOf(
  ports: RecordsPorts,
  citizenId: CitizenId,
  stated: Stated["spouse"],
): Promise<Pick<FundRecords, "household" | "spouseBook">> {
  const [own, theirs] = await Promise.all([
    findSpouse(ports, citizenId),
    stated ? findSpouse(ports, stated) : undefined,
  ]);
  const isTheirWord = stated != null && theirs?.citizenId === citizenId;
  const book = isTheirWord ? await getBook(ports, stated) : undefined;
  const spouseBook = book && bookForSpouse(book, citizenId, dateAt(ports.now));
  return { household: { stated, own: own?.citizenId, isConfirmed: spouseBook !== undefined }, spouseBook };
}
