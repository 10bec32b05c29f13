import type { TestPlatform } from "./platform.ts";

const HOLD = "holdBack";

/**
 * Makes a call whose transaction is on its way for longer than `meanwhile` takes, however long that is: the transaction
 * is held back before it is sent, where no time-out counts yet.
 */
export async function overtake(
  { ports }: Pick<TestPlatform, "ports">,
  call: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const { middlewareStack } = ports.client.documents;
  const held = Promise.withResolvers<void>();
  const overtaken = Promise.withResolvers<void>();
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "TransactWriteItemsCommand") {
          held.resolve();
          await overtaken.promise;
        }
        return next(args);
      },
    { step: "initialize", name: HOLD },
  );
  const late = call();
  // A call that fails is told of at the end, whatever happens meanwhile.
  late.catch(() => undefined);
  const ended = late.then(() => Promise.reject(new Error("a call without a transaction")));
  await Promise.race([held.promise, ended]).finally(() => middlewareStack.remove(HOLD));
  ended.catch(() => undefined);
  await meanwhile().finally(overtaken.resolve);
  await late;
}
