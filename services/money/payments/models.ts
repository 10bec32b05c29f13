import type {
  AlreadyRecordedModel,
  InsufficientFundsModel,
  NotRefundableModel,
  RefusalModel,
} from "../../api/refusals.ts";
import type { Payment } from "./payment.ts";
import type { Receipt, ReceiptLine } from "./receipts/receipt.ts";
import type { Refund } from "./refund.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Payment: Payment;
    readonly Receipt: Receipt;
    readonly ReceiptLine: ReceiptLine;
    readonly Refund: Refund;
    readonly InsufficientFunds: InsufficientFundsModel;
    readonly ChannelUnavailable: RefusalModel;
    readonly NotRefundable: NotRefundableModel;
    readonly AlreadyRecorded: AlreadyRecordedModel;
  }
}
