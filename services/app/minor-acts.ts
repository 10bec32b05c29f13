import type { FindIncapable } from "../api/capacity.ts";
import { adultOn, legalCapacity } from "../field/legal-capacity.ts";
import { dateAt } from "../kernel/civil-date.ts";
import { type Fields, isFields } from "../kernel/fields.ts";
import { type Fen, fen, formatMoney } from "../kernel/money.ts";
import { findBorn } from "../people/citizens/index.ts";

/**
 * How far a minor does an act of their own (民法典, arts. 19, 20, 144, 145):
 * - ANY_AGE: it is no declaration of will that anybody could be bound by (art. 20, 144): it reads, notes that something was
 *   read, shows a card that is held, or stops and protects what stands, by which nobody loses anything;
 * - BY_ITS_RULE: the service that owns it has a rule of age of its own;
 * - FITS_AGE: from 8 on it is fit for a minor's age, or benefits them only (art. 19); a younger child does nothing itself, not even
 *   what benefits it: a guardian does it (art. 20);
 * - GUARDIAN: it takes full capacity; for a minor a guardian does it, as far as anybody can;
 * - ADULT: nobody under 18 does it, whatever they live on, and nobody does it for them.
 */
export type MinorAct = "ANY_AGE" | "BY_ITS_RULE" | "FITS_AGE" | "GUARDIAN" | "ADULT";

/** Every mutation that a citizen can ask for; a test holds that none is missing. */
export const MINOR_ACTS: Readonly<Record<string, MinorAct>> = {
  // Applications: an item says from which age on, and no minor acts for others.
  ...{ startApplication: "BY_ITS_RULE", saveApplication: "BY_ITS_RULE", submitApplication: "BY_ITS_RULE" },
  ...{ confirmApplication: "BY_ITS_RULE", withdrawApplication: "BY_ITS_RULE", appealDecision: "BY_ITS_RULE" },
  ...{
    requestMaterialUpload: "BY_ITS_RULE",
    confirmMaterialUpload: "BY_ITS_RULE",
    downloadMaterial: "ANY_AGE",
  },
  ...{
    useForeignLicence: "BY_ITS_RULE",
    askHouseholdMember: "BY_ITS_RULE",
    answerHouseholdAsk: "BY_ITS_RULE",
  },
  ...{ complainAboutDelay: "BY_ITS_RULE", replyToNote: "FITS_AGE" },
  ...{ evaluateApplication: "FITS_AGE", appealEvaluation: "FITS_AGE" },
  ...{ bookAppointment: "FITS_AGE", moveAppointment: "FITS_AGE", cancelAppointment: "FITS_AGE" },
  giveUpTicket: "FITS_AGE",
  // Others' acts for them, and their data.
  ...{ grantAuthority: "BY_ITS_RULE", revokeAuthority: "ANY_AGE" },
  ...{
    grantConsent: "BY_ITS_RULE",
    refuseConsent: "ANY_AGE",
    revokeConsent: "ANY_AGE",
    askForConsent: "GUARDIAN",
  },
  ...{ setTelephone: "FITS_AGE", proveTelephone: "FITS_AGE", removeTelephone: "ANY_AGE" },
  ...{ markNotificationsRead: "ANY_AGE", markAllNotificationsRead: "ANY_AGE" },
  // Money. A payout account only receives what is theirs (art. 19).
  ...{ addPayoutAccount: "FITS_AGE", checkPayoutAccount: "FITS_AGE", removePayoutAccount: "ANY_AGE" },
  // From 8 on a bill that the household owes anyhow is paid; the age is read with the bills.
  ...{ payBills: "BY_ITS_RULE", setAutomaticPayment: "GUARDIAN", stopAutomaticPayment: "ANY_AGE" },
  ...{ bindUtilityAccount: "FITS_AGE", unbindUtilityAccount: "ANY_AGE" },
  redirectPayout: "FITS_AGE",
  // Transit: a card that is theirs, and small amounts on it.
  ...{ issueTransitCard: "FITS_AGE", replaceTransitCard: "FITS_AGE", topUpTransitCard: "FITS_AGE" },
  ...{ closeTransitCard: "FITS_AGE", bindTransitCard: "FITS_AGE", issueRideCredential: "ANY_AGE" },
  ...{ signFareWithholding: "GUARDIAN", endFareWithholding: "ANY_AGE" },
  ...{ freezeTransitCard: "ANY_AGE", unfreezeTransitCard: "FITS_AGE" },
  // Of citizens a woman marries at 20 and a man at 22 (art. 1047).
  ...{
    endHousingFundOrder: "ANY_AGE",
    confirmHousingFundSpouse: "ADULT",
    takeBackHousingFundSpouse: "ANY_AGE",
  },
  // Licences: a phone that is theirs shows what they hold.
  ...{ bindWalletKey: "FITS_AGE", revokeWalletKey: "ANY_AGE" },
  ...{ licenceCredential: "ANY_AGE", licenceCode: "ANY_AGE" },
  ...{ shareLicence: "FITS_AGE", revokeLicenceCopy: "ANY_AGE", useLicenceCopy: "ANY_AGE" },
  ...{ offerLicence: "FITS_AGE" },
  // An enterprise's partnership and its keys.
  ...{ applyForPartnership: "GUARDIAN", renewPartnership: "GUARDIAN", changePartnerContact: "GUARDIAN" },
  ...{ createApiKey: "GUARDIAN", rotateApiKey: "GUARDIAN", revokeApiKey: "ANY_AGE" },
};

/** As much a minor spends alone at once; the law says "fit for their age" (art. 19) and has no number, so this is the platform's. */
const SMALL_AMOUNT: Fen = fen(20_000n);

/** Why a minor does not do an act alone, and who does it. Where nothing tells somebody's age nobody guesses it. */
export const findIncapable: FindIncapable = async (act, args, { actor, database, now }) => {
  const fit = MINOR_ACTS[act];
  if (fit === undefined || fit === "ANY_AGE" || fit === "BY_ITS_RULE") return undefined;
  const born = await findBorn({ database, mode: actor.mode }, actor.id);
  if (!born) return undefined;
  const today = dateAt(now);
  if (fit === "ADULT") {
    return adultOn(born.bornOn) > today ? { code: "ACT_OF_ADULTS", path: [] } : undefined;
  }
  const capacity = legalCapacity(born, today);
  if (capacity === "FULL") return undefined;
  if (fit === "GUARDIAN") return { code: "ACT_OF_FULL_CAPACITY", path: [] };
  if (capacity === "NONE") return { code: "ACT_OF_CHILDS_GUARDIAN", path: [] };
  return amountIn(args) > SMALL_AMOUNT
    ? {
        ...{ code: "AMOUNT_OF_GUARDIAN", path: ["input", "amount"] },
        values: { max: formatMoney(SMALL_AMOUNT) },
      }
    : undefined;
};

/** The money that an act spends at once; none where it spends none. */
function amountIn({ input }: Fields): bigint {
  const amount = isFields(input) ? input["amount"] : undefined;
  return typeof amount === "bigint" ? amount : 0n;
}
