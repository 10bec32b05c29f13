import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Card, HeldCard } from "./card.ts";
import type { ClearingRule, OperatedLine } from "./clearing/clearing-rule.ts";
import type { Entitlement } from "./entitlements/entitlement.ts";
import type { HeldGrant } from "./entitlements/read-entitlements.ts";
import type { EntitlementRule } from "./network/entitlement-rules.ts";
import type {
  DistanceFare,
  EarlyBird,
  LineFare,
  ModeChange,
  SpendStep,
  WalkedTransfer,
} from "./network/fare.ts";
import type { PricedLeg, Route } from "./network/find-route.ts";
import type { Line, Station } from "./network/network.ts";
import type { FarePart } from "./network/price-ride.ts";
import type { QuotedFare } from "./network/quote-fare.ts";
import type { Operator } from "./operator.ts";
import type { Pass } from "./rides/pass.ts";
import type { RefusedEntry } from "./rides/refused-entry.ts";
import type { Trip } from "./rides/trip.ts";
import type { TripFare } from "./rides/trip-fare.ts";
import type { StandingFares } from "./tariffs/tariff.ts";
import type { SignedWithholding } from "./withholding/find-withholding.ts";
import type { WithholdingTerms } from "./withholding.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly TransitFare: QuotedFare;
    readonly TransitFarePart: FarePart;
    readonly TransitOperator: Operator;
    readonly TransitEntitlement: HeldGrant;
    readonly TransitEntitlementRule: EntitlementRule;
    readonly OperatedEntitlement: Entitlement;
    readonly TransitCard: HeldCard;
    readonly IssuedTransitCard: Card;
    readonly FareWithholding: SignedWithholding;
    readonly WithholdingTerms: WithholdingTerms;
    readonly OperatedTrip: Trip;
    readonly TransitTrip: Trip;
    readonly RefusedEntry: RefusedEntry;
    readonly OperatedRefusal: RefusedEntry;
    readonly EntryRefused: RefusalModel;
    readonly TransitPass: Pass;
    readonly TransitPrice: TripFare;
    readonly RideCodeUsed: RefusalModel & { readonly usedAt: Instant };
    readonly CardBusy: RefusalModel;
    readonly CannotEnter: RefusalModel & { readonly minimum: Fen; readonly arrears: Fen };
    readonly CardBlocked: RefusalModel & { readonly from: Instant };
    readonly CardHeldAlready: RefusalModel & { readonly card: string };
    readonly NumberTaken: RefusalModel;
    readonly CardInArrears: RefusalModel;
    readonly ClearingRule: ClearingRule;
    readonly TransitTariff: StandingFares;
    readonly DistanceFare: DistanceFare;
    readonly FareBand: DistanceFare["bands"][number];
    readonly FareStep: NonNullable<DistanceFare["step"]>;
    readonly SpendStep: SpendStep;
    readonly LineFare: LineFare;
    readonly EarlyBird: EarlyBird;
    readonly WalkedTransfer: WalkedTransfer;
    readonly ModeChange: ModeChange;
    readonly OperatedLine: OperatedLine;
    readonly TransitStation: Station;
    readonly TransitLine: Line;
    readonly TransitRoute: Route;
    readonly TransitLeg: PricedLeg;
  }
}
