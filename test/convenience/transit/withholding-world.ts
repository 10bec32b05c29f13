import { collectFares } from "../../../services/convenience/transit/index.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { nodesAt } from "../../support/asking.ts";
import { at, type Json, type TestPlatform } from "../../support/platform.ts";
import { mutate, type seedCard, type TapSender, tapRow } from "./transit-world.ts";

export type Held = Awaited<ReturnType<typeof seedCard>>;

const CONTRACT = "channel signedAt uncollectedMax dayMax monthMax waiting collectedInMonth refusedAt";
const ANSWER = `__typename ... on TransitCard { withholding { ${CONTRACT} } } ... on Refusal { code message }`;

/** Time may have passed, and a token with it. */
const fresh = async (platform: TestPlatform, { holder }: Pick<Held, "holder">) => ({
  token: await platform.tokens.citizen(holder),
});

export const sign = async (platform: TestPlatform, card: Held, channel = "SANDBOX"): Promise<Json> =>
  mutate(
    platform,
    await fresh(platform, card),
    `mutation { done: signFareWithholding(card: "${card.id}", channel: ${channel}) { ${ANSWER} } }`,
  );

export const end = async (platform: TestPlatform, card: Held): Promise<Json> =>
  mutate(
    platform,
    await fresh(platform, card),
    `mutation { done: endFareWithholding(card: "${card.id}") { ${ANSWER} } }`,
  );

/** A card as its holder reads it, with its contract. */
export async function contractOf(platform: TestPlatform, card: Held): Promise<Json> {
  const query = `{ node(id: "${card.id}") { ... on TransitCard {
    balance cannotEnter { code } withholding { ${CONTRACT} } } } }`;
  const { data, text } = await platform.call({ query, ...(await fresh(platform, card)) });
  if (!data) throw new Error(text);
  return at(data, "node");
}

/** The payments of a person, the newest first. */
export async function paymentsOf(platform: TestPlatform, card: Held): Promise<readonly Json[]> {
  const query = "{ me { payments(first: 50) { edges { node { id status amount transitCard } } } } }";
  const { data } = await platform.call({ query, ...(await fresh(platform, card)) });
  return nodesAt(data, "me", "payments");
}

/** A sweep; before its first payment is written, `meanwhile` happens. */
export function collect(
  platform: TestPlatform,
  meanwhile: () => Promise<unknown> = async () => undefined,
  until = plusMs(platform.clock.now(), 60_000),
) {
  let hasHappened = false;
  const open = () => {
    const database = platform.database();
    const commit: Commit = async (change) => {
      if (change.action === "payments.payment.created" && !hasHappened) {
        hasHappened = true;
        await meanwhile();
      }
      return commitTo(database)(change);
    };
    return { database, commit };
  };
  return collectFares({ ...platform.ports, open }, "live", until);
}

/** A ride from Xidan to Guomao, 4.00, that ended so many minutes ago. */
export const ride = async (
  platform: TestPlatform,
  operator: TapSender,
  { number }: Pick<Held, "number">,
  endedMinutesAgo = 1,
): Promise<readonly Json[]> => {
  const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
  return operator.tap(
    tapRow("ENTRY", number, ago(endedMinutesAgo + 20)),
    tapRow("EXIT", number, ago(endedMinutesAgo)),
  );
};
