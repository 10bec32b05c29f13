import type { TestPlatform } from "../../support/platform.ts";
import { giveTelephone, proveTelephone, removeTelephone, setTelephone } from "../../support/telephones.ts";
import { type Guarded, twice } from "../world.ts";

let numbers = 13_900_000_000;

const newMobile = (): string => {
  numbers += 1;
  return String(numbers);
};

async function owner(platform: TestPlatform) {
  const [token, mobile] = [await platform.tokens.citizen(), newMobile()];
  return { token, mobile };
}

const TELEPHONE = /^Put ctz_\w+ telephone$/;

export const TELEPHONES: Readonly<Record<string, Guarded>> = {
  "services/people/telephones/store.ts putTelephone new": {
    record: TELEPHONE,
    scene: async (platform) => {
      const { token, mobile } = await owner(platform);
      return {
        late: () => setTelephone(platform, token, mobile),
        meanwhile: () => setTelephone(platform, token, newMobile()),
      };
    },
  },
  "services/people/telephones/store.ts putTelephone over": {
    record: TELEPHONE,
    scene: async (platform) => {
      const { token, mobile } = await owner(platform);
      await giveTelephone(platform, token, mobile);
      return twice(() => removeTelephone(platform, token));
    },
  },
  "services/people/telephones/store.ts spendCode over": {
    record: /^Update ctz_\w+ telephone$/,
    scene: async (platform) => {
      const { token, mobile } = await owner(platform);
      await setTelephone(platform, token, mobile);
      const code = platform.texts.codeTo(mobile);
      return twice(() => proveTelephone(platform, token, code));
    },
  },
};
