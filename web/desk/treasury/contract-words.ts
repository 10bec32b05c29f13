import type { SettledKind, SettlementContractStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

type State = { readonly text: Text; readonly tone: Tone };

export const CONTRACT_STATUSES: Readonly<Record<SettlementContractStatus, State>> = {
  PROPOSED: { text: { zh: "待另一人同意", en: "Waits for another treasurer" }, tone: "act" },
  AGREED: { text: { zh: "已同意", en: "Agreed" }, tone: "plain" },
  DISMISSED: { text: { zh: "未采用", en: "Called off" }, tone: "plain" },
};

export const IN_FORCE: State = { text: { zh: "现行", en: "In force" }, tone: "good" };

/** The account of the ledger on which stands what a partner is owed. */
export const OWED_ACCOUNTS: Readonly<Record<SettledKind, string>> = {
  BILLER: "biller",
  OPERATOR: "operator",
};
