import { useState } from "react";
import type { PaymentChannel } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { firstFieldOf, type OfferedChannel } from "./channel-choice.tsx";

const NO_CHANNEL: Text = { zh: "请选择怎么支付", en: "Choose how to pay" };

type ChosenChannel = {
  /** Undefined as long as one has to be chosen. */
  readonly way: OfferedChannel | undefined;
  readonly choose: (one: OfferedChannel) => void;
  readonly missing: readonly FoundProblem[];
};

/** The channel to pay by: the only one, the one that was chosen, or the one that is in force already. */
export function useChannel(
  offered: readonly OfferedChannel[],
  inForce?: PaymentChannel | undefined,
): ChosenChannel {
  const [chosen = offered.find(({ channel }) => channel === inForce), choose] = useState<OfferedChannel>();
  const way = offered.length === 1 ? offered[0] : chosen;
  return { way, choose, missing: way ? [] : [{ field: firstFieldOf(offered), text: NO_CHANNEL }] };
}
