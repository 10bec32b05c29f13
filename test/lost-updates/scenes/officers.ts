import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import type { TestPlatform } from "../../support/platform.ts";
import type { Guarded } from "../world.ts";

const OFFICER = /^Put ofc_\w+ officer$/;

/** Two sign-ins of one officer, each with another name; after one more, with a third. */
async function signIns(platform: TestPlatform, isKnown: boolean) {
  const id = newId("ofc", systemRuntime);
  const signIn = async (name: string) => {
    const token = await platform.tokens.officer({ id, name });
    return () => platform.call({ token, query: "{ viewer { id } }" });
  };
  if (isKnown) await (await signIn("周敏"))();
  return { late: await signIn("林静"), meanwhile: await signIn("高磊") };
}

export const OFFICERS: Readonly<Record<string, Guarded>> = {
  "services/people/officers/store.ts putOfficer new": {
    record: OFFICER,
    scene: (platform) => signIns(platform, false),
  },
  "services/people/officers/store.ts putOfficer over": {
    record: OFFICER,
    scene: (platform) => signIns(platform, true),
  },
};
