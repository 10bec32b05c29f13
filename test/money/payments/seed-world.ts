import { type Random, randomOf } from "../../../local/generate/random.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { recordDeposit } from "../../../services/money/payments/deposits/record-deposit.ts";
import { row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { ACTOR } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { type World, worldOf } from "./random-payers.ts";

const CITIZENS = 6;
const PARTNERS = 2;
const BILLS = 40;
/** For a small part of what the partners will want to pay. */
const FUNDS = 60_00n;
/** Last digits that make a scene of the sandbox, beside those that amounts have at random. */
const SCENES = [91, 92, 93, 94, 95, 96, 97, 98] as const;
const SCENE_PERCENT = 35;

/**
 * A biller's new bills, and people, apps and an officer who will have to do with them, made without faults. `funds` are
 * the fen that each app's partner has paid in.
 */
export async function seedWorld(platform: TestPlatform, seed: string, funds = FUNDS): Promise<World> {
  const random = randomOf(`${seed} bills`);
  const biller = await seedBiller(platform);
  const rows = Array.from({ length: BILLS }, () => row({ amount: amountAt(random) }));
  const bills = (await biller.submit(...rows)).map((bill) => textAt(bill, "id"));
  const citizens = await Promise.all(Array.from({ length: CITIZENS }, () => platform.tokens.citizen()));
  const partners = await Promise.all(Array.from({ length: PARTNERS }, () => fundedPartner(platform, funds)));
  const treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
  return worldOf(
    { bills, citizens, partners, treasurer, lastDigits: [...SCENES, 0, 0, 7, 50] },
    { call: platform.call, advance: platform.clock.advance, sweep: () => sweep(platform) },
  );
}

/** The key of a partner that has paid in so many fen. */
export async function fundedPartner(platform: TestPlatform, funds: bigint): Promise<string> {
  const scopes = ["BILLS_PAY", "TRANSIT_TOP_UP", "OWN_ACCOUNTS"] as const;
  const { partnerId, liveKey } = await seedPartner(platform, { scopes });
  const context = platform.context(ACTOR);
  const bankReference = newId("bank", systemRuntime);
  const deposit = { partner: partnerId, amount: fen(funds), mode: "live", bankReference } as const;
  if (ACTOR.kind !== "OFFICER") throw new Error("no officer");
  must(await recordDeposit(bankReference, deposit, { actor: ACTOR, now: context.now }, context));
  return liveKey;
}

function amountAt(random: Random): string {
  const cents = random.chance(SCENE_PERCENT) ? random.pick(SCENES) : random.int(0, 90);
  return `${random.int(5, 40)}.${String(cents).padStart(2, "0")}`;
}
