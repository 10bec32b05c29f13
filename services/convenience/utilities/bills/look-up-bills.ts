import { ok, type Result } from "../../../kernel/result.ts";
import type { Bill } from "../bill.ts";
import { listBills } from "../store.ts";
import { isSameTenancy } from "../utility-account.ts";
import {
  type AccountProof,
  type ProofPorts,
  type ProofRefusal,
  type ProvenAccount,
  proveAccount,
} from "./prove-account.ts";

export type LookedUp = ProvenAccount & { readonly bills: readonly Bill[] };

/** A holder's due bills for anybody who wants to pay them: nothing in them says whose they are but the masked holder. */
export async function lookUpBills(
  ports: ProofPorts,
  proof: AccountProof,
): Promise<Result<LookedUp, ProofRefusal>> {
  const proven = await proveAccount(ports, proof);
  if (!proven.ok) return proven;
  const { account } = proven.value;
  const bills = await listBills(ports, account.id);
  const due = bills.filter((bill) => bill.status === "DUE" && isSameTenancy(bill, account));
  return ok({ ...proven.value, bills: due });
}
