import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";

export const LICENCE_SETTINGS = {
  derivesIssuerKeys: {
    kind: "yes or no",
    variable: "CIVIGRAPH_DERIVES_ISSUER_KEYS",
    means:
      "lets authorities sign live licences with keys that are derived from the root secret: for a developer's machine only",
  },
  licenceRegisters: {
    kind: "secret",
    variable: "CIVIGRAPH_LICENCE_REGISTERS",
    holds: "settings of the licence registers",
    without: "no register is asked for its licences",
  },
  licencePeers: {
    kind: "secret",
    variable: "CIVIGRAPH_LICENCE_PEERS",
    holds: "addresses and keys of the platforms of other regions",
    without: "no licence of another region is read by a code",
  },
} as const satisfies SettingStatements;

type Stated = SettingsOf<typeof LICENCE_SETTINGS>;

declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
