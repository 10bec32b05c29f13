import type { RefusalModel } from "../../api/refusal-models.ts";
import type { AutomaticPayment } from "./automatic-payment.ts";
import type { Bill } from "./bill.ts";
import type { Biller } from "./biller.ts";
import type { LookedUp } from "./bills/look-up-bills.ts";
import type { Household } from "./household.ts";
import type { LateFee } from "./late-fee.ts";
import type { RatedAnew, RatingTrace } from "./readings/meter-reading.ts";
import type { CountedRegister } from "./readings/register.ts";
import type { YearView } from "./readings/view-usage.ts";
import type { Quote } from "./tariffs/quote-utility.ts";
import type { RatedTier } from "./tariffs/rating.ts";
import type { HouseholdExtension, Surcharge, Tariff, Tier, TimeOfUse } from "./tariffs/tariff.ts";
import type { RatingLine } from "./tariffs/trace.ts";
import type { Binding } from "./utility-account.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Biller: Biller;
    readonly Bill: Bill;
    readonly UtilityAccount: Binding;
    readonly PayableBills: LookedUp;
    readonly AutomaticPayment: AutomaticPayment;
    readonly BillRating: RatingTrace;
    readonly CountedRegister: CountedRegister;
    readonly CorrectedRating: RatedAnew;
    readonly ProvenHousehold: Household;
    readonly UsageOfYear: YearView;
    readonly LateFee: LateFee;
    readonly BillNumberTaken: RefusalModel;
    readonly BillNotPayable: RefusalModel & { readonly bill: string; readonly payment?: string | undefined };
    readonly UtilityQuote: Quote;
    readonly RatedTier: RatedTier;
    readonly Tariff: Tariff;
    readonly TariffTier: Tier;
    readonly RatingLine: RatingLine;
    readonly HouseholdExtension: HouseholdExtension;
    readonly TimeOfUsePrices: TimeOfUse;
    readonly TariffSurcharge: Surcharge;
  }
}
