import {
  ENDING,
  issue,
  publishNumberedType,
  verify,
} from "../../government/licences/verification/verification-world.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { onceOn, type Scenes } from "../world.ts";

const TYPE = "raced-verification";
const STORE = "services/government/licences/verification/ending-guess-store.ts";
const publish = onceOn((platform) => publishNumberedType(platform, TYPE));

/** A licence of whose holder's number four wrong ends were stated. */
async function guessed(platform: TestPlatform): Promise<string> {
  await publish(platform);
  const { identifier } = await issue(platform, TYPE);
  for (let i = 0; i < 4; i += 1) await verify(platform, identifier, "000000");
  return identifier;
}

/** The fifth wrong end, whose request tells the holder, and another that comes before it has. */
export const ENDING_GUESSES: Scenes = {
  [`${STORE} putTold over`]: {
    record: /^Put lic_\w+ ending-guesses$/,
    scene: async (platform) => {
      const identifier = await guessed(platform);
      return {
        late: () => verify(platform, identifier, "000000"),
        meanwhile: () => verify(platform, identifier, ENDING),
      };
    },
  },
  [`${STORE} raiseEndingGuesses over`]: {
    why: "a counter that is raised by one update, under its bound as its condition: nothing is decided on what was read",
  },
};
