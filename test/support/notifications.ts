import { askerOf, nodesAt } from "./asking.ts";
import { type TestPlatform, textAt } from "./platform.ts";
import { sweep } from "./sweep.ts";

/** The types of what a person was told, the newest first, once all events that wait are delivered. */
export async function typesTold(
  platform: TestPlatform,
  { token }: { readonly token: string },
): Promise<readonly string[]> {
  await sweep(platform);
  const query = "{ result: me { notifications(first: 100) { edges { node { type } } } } }";
  const told = nodesAt(await askerOf(platform)(query, {}, { token }), "notifications");
  return told.map((one) => textAt(one, "type"));
}
