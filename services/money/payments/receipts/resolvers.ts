import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { showReceipt } from "./show-receipt.ts";

export const receiptResolvers: Resolvers = {
  Payment: {
    receipt: async (payment, _, context) => {
      const { id, mode } = actorAs(context, "CITIZEN", "PARTNER");
      const { purposes } = context.parts.payments;
      return (await showReceipt({ database: context.database, mode, purposes }, payment, id)) ?? null;
    },
  },
  Receipt: { payer: ({ payer }) => payer ?? null },
  ReceiptLine: {
    biller: ({ bill }) => bill?.billerName ?? null,
    billNumber: ({ bill }) => bill?.number ?? null,
    from: ({ bill }) => bill?.period.from ?? null,
    to: ({ bill }) => bill?.period.to ?? null,
  },
};
