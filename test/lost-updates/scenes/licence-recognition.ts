import type { Scenes } from "../world.ts";

const STORE = "services/government/licences/recognition/recognition-store.ts";
const RISES = {
  why: "a number that one update raises, under the condition that it rises: nothing is decided on what was read",
};

export const LICENCE_RECOGNITION: Scenes = {
  [`${STORE} putTaken new`]: {
    why: "two platforms take part in it: it is raced on in test/government/licences/recognition/shown-otherwise.test.ts",
  },
  [`${STORE} raiseSequence new`]: RISES,
  [`${STORE} raiseSequence over`]: RISES,
};
