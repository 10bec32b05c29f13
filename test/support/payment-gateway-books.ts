import type { Instant } from "../../services/kernel/runtime.ts";

/** How the gateway's bank decides. */
export type Decision = "SUCCEEDED" | "DECLINED" | "PENDING";

type Entry = {
  readonly paymentId: string;
  readonly refundId?: string;
  readonly amount: string;
  readonly currency: string;
  readonly number: string;
  readonly state: Decision;
  readonly reason?: string;
  readonly goOnUrl?: string;
  readonly paidAt?: Instant;
};

/** The answer of the gateway, or the status with which it refuses the call. */
type Done = { readonly answer: Readonly<Record<string, unknown>> } | { readonly status: number };

type Asked = Readonly<Record<string, string>>;

/** A charge that the payer's bank has taken back, or has given again under the same number. */
type Dispute = Entry & { readonly type: "CHARGEBACK" | "REVERSAL" };

const disputeName = ({ type, paymentId, number }: Pick<Dispute, "type" | "paymentId" | "number">): string =>
  `${type} ${paymentId} ${number}`;

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""));

/** The payments that the gateway knows: each payment and refund once, no matter who asks however often. */
export function openGatewayBooks(now: () => Instant) {
  const charges = new Map<string, Entry>();
  const refunds = new Map<string, Entry>();
  /** Charges that nobody has asked for: a payment's second one, or one of no payment. */
  const strays: Entry[] = [];
  const disputes: Dispute[] = [];
  const lost = new Set<string>();
  /** The number of the charge that a refund takes from. */
  const takenFrom = new Map<string, string>();
  /** Where payers come back to, by the ids of their payments. */
  const waysBack = new Map<string, string>();
  /** Ids of payments and refunds for which money moved, once for each time it did. */
  const moved: string[] = [];
  const state: { decision: Decision } = { decision: "SUCCEEDED" };

  const decided = (of: Asked, id: string, decision: Decision): Entry => {
    if (decision === "SUCCEEDED") moved.push(id);
    const { paymentId = "", refundId, amount = "", currency = "" } = of;
    return {
      paymentId,
      ...(refundId ? { refundId } : {}),
      amount,
      currency,
      number: `gw-${id}`,
      state: decision,
      ...(decision === "SUCCEEDED" ? { paidAt: now() } : {}),
      ...(decision === "DECLINED" ? { reason: "INSUFFICIENT_FUNDS" } : {}),
      ...(decision === "PENDING" && !refundId ? { goOnUrl: `https://pay.example.cn/${id}` } : {}),
    };
  };

  const begin = (kept: Map<string, Entry>, id: string, asked: Asked, decide: () => Entry): Done => {
    const known = kept.get(id);
    if (known) {
      const isSame = known.amount === asked["amount"] && known.currency === asked["currency"];
      return isSame ? { answer: known } : { status: 409 };
    }
    const isLate = now() > (asked["beginBy"] ?? "");
    const entry = isLate ? { ...decided(asked, id, "DECLINED"), reason: "EXPIRED" } : decide();
    kept.set(id, entry);
    return { answer: entry };
  };

  const refund = (asked: Asked, id: string): Entry => {
    const first = charges.get(asked["paymentId"] ?? "");
    const charge = strays.find(({ number }) => number === asked["number"]) ?? first;
    const from = charge?.number;
    const before = [...refunds.values()]
      .filter((each) => takenFrom.get(each.refundId ?? "") === from && each.state !== "DECLINED")
      .reduce((sum, each) => sum + cents(each.amount), 0n);
    const isCovered =
      charge?.state === "SUCCEEDED" && before + cents(asked["amount"] ?? "") <= cents(charge.amount);
    takenFrom.set(id, from ?? "");
    if (isCovered) return decided(asked, id, state.decision);
    return { ...decided(asked, id, "DECLINED"), reason: "EXCEEDS_PAYMENT" };
  };

  const handle = (path: string, asked: Asked): Done => {
    const { paymentId = "", refundId = "" } = asked;
    switch (path) {
      case "/v1/charges":
        if (asked["returnUrl"]) waysBack.set(paymentId, asked["returnUrl"]);
        return begin(charges, paymentId, asked, () => decided(asked, paymentId, state.decision));
      case "/v1/charges/query":
        return { answer: charges.get(paymentId) ?? { paymentId, state: "NOT_FOUND" } };
      case "/v1/refunds":
        return begin(refunds, refundId, asked, () => refund(asked, refundId));
      case "/v1/refunds/query":
        return { answer: refunds.get(refundId) ?? { paymentId, refundId, state: "NOT_FOUND" } };
      default:
        return { status: 404 };
    }
  };

  const kept = (of: ReadonlyMap<string, Entry>): readonly Entry[] =>
    [...of].flatMap(([id, entry]) => (lost.has(id) ? [] : [entry]));

  const line = (type: string, { refundId = "", ...entry }: Entry): string =>
    [
      type,
      entry.paymentId,
      refundId,
      entry.amount,
      entry.currency,
      entry.state,
      entry.number,
      entry.paidAt ?? now(),
    ].join(",");

  return {
    handle,
    moved: moved as readonly string[],
    /** Where the gateway's page sends the payer when they are done; undefined where it was not told. */
    wayBack: (paymentId: string): string | undefined => waysBack.get(paymentId),
    /** How the next payments and refunds are decided. */
    decide: (decision: Decision): void => {
      state.decision = decision;
    },
    /** The payer went on and paid, or gave up. */
    end: (paymentId: string, decision: Decision): void => {
      const charge = charges.get(paymentId);
      if (charge?.state !== "PENDING") throw new Error(`${paymentId} is not pending at the gateway`);
      const { goOnUrl: _, ...rest } = charge;
      charges.set(paymentId, decided({ ...rest }, paymentId, decision));
    },
    /** Charges once more under a payment's id, or for the first time under one that nobody here has. */
    stray: (paymentId: string, amount: string): Entry => {
      const number = `gw-${paymentId}-${strays.length + 2}`;
      const entry = { ...decided({ paymentId, amount, currency: "CNY" }, paymentId, "SUCCEEDED"), number };
      strays.push(entry);
      return entry;
    },
    /** The payer's bank takes money back, or gives it again; answers with what its file calls it. */
    dispute: (
      type: Dispute["type"],
      told: { readonly paymentId: string; readonly amount: string; readonly number: string },
      currency = "CNY",
    ): string => {
      disputes.push({ ...told, type, currency, state: "SUCCEEDED", paidAt: now() });
      return disputeName({ ...told, type });
    },
    /** Has charged after all, though it had declined. */
    succeedLate: (paymentId: string): void => {
      const { reason: _, ...charge } = charges.get(paymentId) ?? {};
      charges.set(
        paymentId,
        decided({ paymentId: "", amount: "", currency: "", ...charge }, paymentId, "SUCCEEDED"),
      );
    },
    /** Its file is put right: a dispute was of another amount. */
    amend: (name: string, amount: string): void => {
      for (const [i, one] of disputes.entries())
        if (disputeName(one) === name) disputes[i] = { ...one, amount };
    },
    /** Its file says nothing of a payment, refund or dispute, until it is found again. */
    lose: (id: string): void => void lost.add(id),
    find: (id: string): void => void lost.delete(id),
    statement: (paymentId: string): Entry => {
      const charge = charges.get(paymentId);
      if (!charge) throw new Error(`${paymentId} is unknown to the gateway`);
      return charge;
    },
    /** The day file of docs/payment-gateway.md. */
    dayFile: (): string =>
      [
        "type,paymentId,refundId,amount,currency,state,number,time",
        ...kept(charges).map((entry) => line("CHARGE", entry)),
        ...strays.map((entry) => line("CHARGE", entry)),
        ...kept(refunds).map((entry) => line("REFUND", entry)),
        ...disputes
          .filter((entry) => !lost.has(disputeName(entry)))
          .map(({ type, ...entry }) => line(type, entry)),
        "",
      ].join("\n"),
  };
}
