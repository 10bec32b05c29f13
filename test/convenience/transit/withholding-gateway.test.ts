import { afterAll, beforeAll, expect, it } from "vitest";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { startHttpServer } from "../../support/http-server.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type PaymentGateway, startPaymentGateway } from "../../support/payment-gateway.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { seedCard, seedTapSender, type TapSender } from "./transit-world.ts";
import { collect, contractOf, end, type Held, paymentsOf, ride, sign } from "./withholding-world.ts";

const MINUTE_MS = 60_000;

let platform: TestPlatform;
let gateway: PaymentGateway;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let operator: TapSender;
beforeAll(async () => {
  gateway = await startPaymentGateway({ now: () => platform.clock.now() });
  platform = await startPlatform({ gateways: `{"live":${gateway.secret}}` });
  server = await startHttpServer(platform);
  gateway.notifyTo(server.notificationsUrl);
  operator = await seedTapSender(platform);
});
afterAll(async () => {
  server.stop();
  gateway.stop();
  await platform.stop();
});

const pass = (minutes: number) => platform.clock.set(plusMs(platform.clock.now(), minutes * MINUTE_MS));

async function ridden(): Promise<Held> {
  pass(60);
  const card = await seedCard(platform);
  expect(await sign(platform, card, "HOSTED")).toMatchObject({ withholding: { channel: "HOSTED" } });
  await ride(platform, operator, card);
  return card;
}

it("fares come through a gateway without their payer: at once, or with its notification", async () => {
  const card = await ridden();
  expect(await collect(platform)).toMatchObject({ collected: 1, failed: 0 });
  expect(await contractOf(platform, card)).toMatchObject({ balance: "0.00" });
  gateway.books.decide("PENDING");
  const later = await ridden();
  expect(await collect(platform)).toMatchObject({ collected: 0, refused: 0 });
  expect(await contractOf(platform, later)).toMatchObject({
    balance: "-4.00",
    cannotEnter: null,
    withholding: { refusedAt: null },
  });
  expect(await end(platform, later)).toMatchObject({ code: "COLLECTION_UNDER_WAY" });
  gateway.books.decide("SUCCEEDED");
  const [payment] = await paymentsOf(platform, later);
  const id = textAt(payment ?? null, "id");
  gateway.books.end(id, "SUCCEEDED");
  expect(await gateway.deliver(id)).toBe(200);
  expect(await contractOf(platform, later)).toMatchObject({ balance: "0.00" });
  pass(11);
  expect(await collect(platform)).toMatchObject({ collected: 1, failed: 0 });
  expect(await paymentsOf(platform, later)).toHaveLength(1);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("a gateway that declines makes arrears, and one that was never reached makes none", async () => {
  gateway.books.decide("DECLINED");
  const declined = await ridden();
  expect(await collect(platform)).toMatchObject({ refused: 1 });
  expect(await contractOf(platform, declined)).toMatchObject({ cannotEnter: { code: "CARD_IN_ARREARS" } });
  gateway.books.decide("SUCCEEDED");

  const lost = await ridden();
  gateway.fail("LOST_REQUEST", "LOST_REQUEST", "LOST_REQUEST");
  await collect(platform);
  // Three minutes later the gateway can say that it will never begin it.
  pass(3);
  await sweep(platform);
  pass(11);
  await collect(platform);
  expect(await contractOf(platform, lost)).toMatchObject({
    cannotEnter: null,
    withholding: { refusedAt: null },
  });
  pass(11);
  await collect(platform);
  expect(await contractOf(platform, lost)).toMatchObject({ balance: "0.00", cannotEnter: null });
  expect(await paymentsOf(platform, lost)).toMatchObject([{ status: "SUCCEEDED" }, { status: "FAILED" }]);
  expect(await verified(platform)).toMatchObject(SOUND);
});
