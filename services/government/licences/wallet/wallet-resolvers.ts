import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { keyIdOf } from "../issuer-keys/public-key.ts";
import { identifierOf, statusOf } from "../repository/electronic-licence.ts";
import { typeOf } from "../repository/find-held-licences.ts";
import { bindWalletKey } from "./bind-wallet-key.ts";
import { challengeFor } from "./device-key.ts";
import { findCodeReadAt } from "./find-shown-code.ts";
import { findDevice, findDevices } from "./find-wallet.ts";
import { issueCredential, type Unsigned } from "./issue-credential.ts";
import { redeemLicenceCode } from "./redeem-licence-code.ts";
import { revokeWalletKey } from "./revoke-wallet-key.ts";
import { showLicenceCode } from "./show-licence-code.ts";
import type { NotShowable } from "./showable-licence.ts";

export const walletNodes: NodeLoaders = {
  wdv: async (id, { actor, database }) => {
    if (actor.kind !== "CITIZEN") return undefined;
    const device = await findDevice({ database, mode: actor.mode }, actor.id, id);
    return device && { __typename: "WalletDevice", ...device };
  },
};

export const walletResolvers: Resolvers = {
  Query: {
    walletKeyChallenge: (_, __, context) =>
      challengeFor(context.secrets, actorAs(context, "CITIZEN").id, context.now),
    licenceCodeReadAt: async (_, { code }, context) => {
      const { database, secrets } = context;
      const { mode, id } = actorAs(context, "CITIZEN");
      return (await findCodeReadAt({ database, mode, secrets }, id, code)) ?? null;
    },
  },
  Citizen: {
    walletDevices: async ({ citizenId, mode }, _, { database }) => [
      ...(await findDevices({ database, mode }, citizenId)),
    ],
  },
  Mutation: {
    bindWalletKey: async (_, { input }, context) => {
      const bound = await bindWalletKey(holdersPorts(context), input);
      if (bound.ok) return { __typename: "WalletDevice", ...bound.value };
      const { error } = bound;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "TooManyGuesses", ...error };
    },
    revokeWalletKey: async (_, { id }, context) => {
      const revoked = await revokeWalletKey(holdersPorts(context), id);
      return revoked.ok
        ? { __typename: "WalletDevice", ...revoked.value }
        : { __typename: "NotFound", ...revoked.error };
    },
    licenceCredential: async (_, wanted, context) => {
      const issued = await issueCredential(holdersPorts(context), wanted);
      return issued.ok ? { __typename: "LicenceCredential", ...issued.value } : toRefusal(issued.error);
    },
    licenceCode: async (_, { input }, context) => {
      const shown = await showLicenceCode(holdersPorts(context), input);
      if (shown.ok) {
        const { code, until, fields } = shown.value;
        return { __typename: "LicenceCode", code, expiresAt: until, fields: [...fields] };
      }
      const { error } = shown;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : toRefusal(error);
    },
    redeemLicenceCode: async (_, { code }, context) => {
      const { database, commit, now, requestId, secrets, runtime, log } = context;
      const actor = actorAs(context, "OFFICER", "PARTNER");
      const ports = { database, commit, now, requestId, secrets, runtime, log, actor, mode: actor.mode };
      const read = await redeemLicenceCode(ports, code);
      if (read.ok) return { __typename: "ShownLicence", subject: read.value.licence.holder, ...read.value };
      switch (read.error.code) {
        case "LICENCE_CODE_UNKNOWN":
          return { __typename: "NotFound", code: read.error.code };
        case "TOO_MANY_GUESSES":
          return { __typename: "TooManyGuesses", ...read.error };
        default:
          return { __typename: "LicenceCodeRefused", code: read.error.code };
      }
    },
  },
  WalletDevice: {
    keyId: ({ publicKey }) => keyIdOf(publicKey),
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
  },
  ShownLicence: {
    type: ({ licence }, _, { database }) => typeOf({ database }, licence),
    status: ({ licence }, _, { now }) => statusOf(licence, dateAt(now)),
    identifier: ({ licence }) => identifierOf(licence),
    number: ({ licence }) => licence.number,
    issuer: ({ licence }) => licence.current.issuer,
    issuedOn: ({ licence }) => licence.current.issuedOn,
    validUntil: ({ licence }) => licence.current.validUntil ?? null,
  },
};

function holdersPorts(context: Context) {
  const { database, commit, now, requestId, secrets, runtime, parts, config } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, now, requestId, secrets, runtime, parts, config, actor, mode: actor.mode };
}

const toRefusal = (error: NotShowable | Unsigned) =>
  error.code === "ELECTRONIC_LICENCE_NOT_FOUND" || error.code === "WALLET_DEVICE_NOT_FOUND"
    ? ({ __typename: "NotFound", code: error.code } as const)
    : ({ __typename: "LicenceNotShown", code: error.code } as const);
