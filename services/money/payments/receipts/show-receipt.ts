import { getBill, getBiller, maskName } from "../../../convenience/utilities/index.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getPartner } from "../../../people/partners/index.ts";
import { type PaidBill, type Payer, type Payment, wasPaid } from "../payment.ts";
import { type BilledFor, type Receipt, receiptOf } from "./receipt.ts";

type Ports = { readonly database: Database; readonly mode: Mode };

/**
 * A payment's receipt for a reader, who sees the payer's name only where it is the reader's own; undefined until money
 * has come. Rendered from the payment and its bills, one read deep: nothing is kept of it.
 */
export async function showReceipt(
  ports: Ports,
  payment: Payment,
  reader: string,
): Promise<Receipt | undefined> {
  if (!wasPaid(payment)) return undefined;
  const { purpose, payer } = payment;
  const paid = purpose.kind === "BILLS" ? purpose.bills : [];
  const [name, ...found] = await Promise.all([
    nameOf(ports, payer),
    ...paid.map(async (each) => [each, await billedFor(ports, each)] as const),
  ]);
  const bills = new Map(found);
  return receiptOf(payment, reader === payer ? name : name && maskName(name), (each) => {
    const bill = bills.get(each);
    if (!bill) throw new Error(`a bill of ${payment.id} is gone`);
    return bill;
  });
}

async function nameOf({ database, mode }: Ports, payer: Payer): Promise<string | undefined> {
  if (isId("ctz", payer)) return (await getProfile(database, mode, payer))?.name;
  return isId("ptn", payer) ? (await getPartner(database, payer))?.name : undefined;
}

async function billedFor(ports: Ports, paid: PaidBill): Promise<BilledFor | undefined> {
  const [bill, biller] = await Promise.all([
    getBill(ports, paid.bill),
    getBiller(ports.database, paid.biller),
  ]);
  if (!bill || !biller) return undefined;
  return { billerName: biller.name, supply: biller.kind, number: bill.number, period: bill.period };
}
