import type { TestPlatform } from "./platform.ts";

const SIGN_IN = "officers.officer.signed-in";

/**
 * Makes a call whose transaction is on its way for longer than `meanwhile` takes, however long that is: the transaction
 * is held back before it is sent, where no time-out counts yet.
 */
export async function overtake(
  { gate }: Pick<TestPlatform, "gate">,
  call: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const held = Promise.withResolvers<void>();
  const overtaken = Promise.withResolvers<void>();
  gate.hold(async (items, send) => {
    // An officer's first sign-in is recorded beside the call, and is not the call's own.
    if (JSON.stringify(items).includes(SIGN_IN)) return send(items);
    held.resolve();
    await overtaken.promise;
    await send(items);
  });
  const late = call();
  // A call that fails is told of at the end, whatever happens meanwhile.
  late.catch(() => undefined);
  const ended = late.then(() => Promise.reject(new Error("a call without a transaction")));
  await Promise.race([held.promise, ended]).finally(() => gate.hold(undefined));
  ended.catch(() => undefined);
  await meanwhile().finally(overtaken.resolve);
  await late;
}
