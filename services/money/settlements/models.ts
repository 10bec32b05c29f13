import type { RefusalModel } from "../../api/refusal-models.ts";
import type { ChannelSettlement } from "./channels/channel-settlement.ts";
import type { Contract } from "./contract.ts";
import type { Line } from "./line.ts";
import type { BookView, SettlementView } from "./views.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly SettlementContract: Contract;
    readonly SettlementFee: Contract;
    readonly PublishedFee: BookView;
    readonly Settlement: SettlementView;
    readonly SettlementLine: Line;
    readonly SettlementBook: BookView;
    readonly ChannelSettlement: ChannelSettlement;
    readonly ContractDecided: RefusalModel & { readonly status: Contract["status"] };
  }
}
