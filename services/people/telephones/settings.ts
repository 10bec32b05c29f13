import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";

export const TELEPHONE_SETTINGS = {
  textMessages: {
    kind: "secret",
    variable: "CIVIGRAPH_TEXT_MESSAGES",
    holds: "settings of the text messages",
    without: "no live text is sent",
  },
  printsTextMessages: {
    kind: "yes or no",
    variable: "CIVIGRAPH_PRINTS_TEXT_MESSAGES",
    means:
      "prints texts that nothing sends on the console, codes included: `npm start` does so; for a developer's machine only",
  },
} as const satisfies SettingStatements;

type Stated = SettingsOf<typeof TELEPHONE_SETTINGS>;

declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
