import { maskName } from "../../../field/mask-name.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { getProfile } from "../../../people/citizens/index.ts";
import { getPartner } from "../../../people/partners/index.ts";
import { type Payer, type Payment, wasPaid } from "../payment.ts";
import type { Purposes } from "../purpose.ts";
import { type Receipt, receiptOf } from "./receipt.ts";

type Ports = { readonly database: Database; readonly mode: Mode; readonly purposes: Purposes };

/**
 * A payment's receipt for a reader, who sees the payer's name only where it is the reader's own; undefined until money
 * has come. Rendered from the payment and what it paid, one read deep: nothing is kept of it.
 */
export async function showReceipt(
  ports: Ports,
  payment: Payment,
  reader: string,
): Promise<Receipt | undefined> {
  if (!wasPaid(payment)) return undefined;
  const { purpose, payer } = payment;
  const { describe } = ports.purposes.of(payment);
  const [name, ...found] = await Promise.all([
    nameOf(ports, payer),
    ...purpose.parts.map(async (part) => [part, await describe(ports, part)] as const),
  ]);
  const described = new Map(found);
  return receiptOf(payment, reader === payer ? name : name && maskName(name), (part) => {
    const billed = described.get(part);
    if (!billed) throw new Error(`what ${payment.id} has paid is gone: ${part.about}`);
    return billed;
  });
}

async function nameOf({ database, mode }: Ports, payer: Payer): Promise<string | undefined> {
  if (isId("ctz", payer)) return (await getProfile(database, mode, payer))?.name;
  return isId("ptn", payer) ? (await getPartner(database, payer))?.name : undefined;
}
