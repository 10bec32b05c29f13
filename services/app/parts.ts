import { topUpPurpose } from "../convenience/transit/index.ts";
import { billPurpose, billsToPay } from "../convenience/utilities/index.ts";
import { dutiesInCases, effectsFrom, findAttended } from "../government/cases/index.ts";
import { appointmentsToKeep, hallNaming } from "../government/halls/index.ts";
import { heldByFund, withdrawalEffects } from "../government/housing-fund/index.ts";
import { heldLicences, licenceEffects } from "../government/licences/index.ts";
import type { Message } from "../kernel/message.ts";
import type { Parts } from "../kernel/parts.ts";
import type { Config } from "../kernel/process/config.ts";
import type { Log } from "../kernel/process/log.ts";
import type { Runtime } from "../kernel/runtime.ts";
import type { Service, TrailWords } from "../kernel/service.ts";
import { openGateways, purposesOf } from "../money/payments/index.ts";
import { openBankAccountChecks } from "../money/payout-accounts/index.ts";
import type { EnterpriseFollower } from "../people/enterprises/index.ts";
import { lapsePartners } from "../people/partners/index.ts";
import { openTextMessages } from "../people/telephones/index.ts";
import { SERVICES } from "./registry.ts";

/** The ports with which parts are opened. */
type Outside = {
  readonly config: Pick<Config, "paymentGateways">;
  readonly runtime: Runtime;
  readonly log: Log;
};

/** The consequences when other people may bind an enterprise than before. */
const enterpriseFollowers: readonly EnterpriseFollower[] = [lapsePartners];

/** The ports with which the parts of all services are opened. */
type OutsideOfAll = Outside & {
  readonly config: Pick<
    Config,
    "bankAccountCheck" | "sandboxPaysLive" | "textMessages" | "printsTextMessages"
  >;
};

/** The parts that payments alone stand on, for functions that do nothing else. */
export async function openPaymentParts({ config, ...outside }: Outside): Promise<Pick<Parts, "payments">> {
  const gateways = await openGateways(config.paymentGateways, outside);
  return { payments: { gateways, purposes: purposesOf([billPurpose, topUpPurpose]) } };
}

/** How the events of all services read. */
export const eventTexts: ReadonlyMap<string, Message> = new Map(
  SERVICES.flatMap((service: Service) => Object.entries(service.events ?? {})).map(([type, { text }]) => [
    type,
    text,
  ]),
);

const trail: ReadonlyMap<string, TrailWords> = new Map(
  SERVICES.flatMap((service: Service) => Object.entries(service.trail ?? {})),
);

/** Opens the parts of all services, once for each process. */
export async function openParts(outside: OutsideOfAll): Promise<Parts> {
  const [payments, bankAccountChecks, textMessages] = await Promise.all([
    openPaymentParts(outside),
    openBankAccountChecks(outside.config, outside),
    openTextMessages(outside.config, outside),
  ]);
  return {
    ...payments,
    bankAccountChecks,
    textMessages,
    findAttended,
    effects: effectsFrom([...withdrawalEffects, ...licenceEffects]),
    held: [heldByFund, heldLicences],
    toDos: [dutiesInCases, appointmentsToKeep, billsToPay],
    namings: [hallNaming],
    eventTexts,
    trail,
    enterpriseFollowers,
  };
}
