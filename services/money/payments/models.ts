import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Chargeback } from "./chargebacks/chargeback.ts";
import type { Difference } from "./differences/difference.ts";
import type { OfferedChannel } from "./offered-channel.ts";
import type { Payment } from "./payment.ts";
import type { Receipt, ReceiptLine } from "./receipts/receipt.ts";
import type { Refund } from "./refund.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Payment: Payment;
    readonly OfferedChannel: OfferedChannel;
    readonly Receipt: Receipt;
    readonly ReceiptLine: ReceiptLine;
    readonly Refund: Refund;
    readonly Chargeback: Chargeback;
    readonly InsufficientFunds: RefusalModel & { readonly spendable: Fen; readonly needed: Fen };
    readonly ChannelUnavailable: RefusalModel;
    readonly NotRefundable: RefusalModel & { readonly refundable?: Fen };
    readonly ChannelDifference: Difference & { readonly mode: Mode };
    readonly NotResolvable: RefusalModel;
    readonly AlreadyRecorded: RefusalModel & { readonly deposit: string };
  }
}
