import type { Service } from "../../kernel/service.ts";
import { COPY_EVENTS } from "./copies/events.ts";
import { COPY_MESSAGES } from "./copies/messages.ts";
import { ISSUER_KEY_MESSAGES } from "./issuer-keys/messages.ts";
import { LICENCE_MESSAGES } from "./messages.ts";
import { OPENID_MESSAGES } from "./openid/messages.ts";
import { RECOGNITION_MESSAGES } from "./recognition/messages.ts";
import { LICENCE_SETTINGS } from "./settings.ts";
import { TRUST_MESSAGES } from "./trust/messages.ts";
import { LICENCE_EVENTS } from "./verification/events.ts";
import { LICENCE_FIELDS } from "./verification/field-words.ts";
import { WALLET_EVENTS } from "./wallet/events.ts";
import { WALLET_FIELDS } from "./wallet/field-words.ts";
import { WALLET_MESSAGES } from "./wallet/messages.ts";

export const LICENCES = {
  name: "government/licences",
  schema: [
    ...["licences", "licence-types", "electronic-licences", "issuer-keys", "licence-trust"],
    ...["licence-verification", "licence-wallet", "licence-copies", "licence-openid"],
    "licence-recognition",
  ],
  ids: ["lic", "vpr", "wdv", "lcp"],
  models: [
    ...["ElectronicLicence", "FilledLicence", "Licence", "LicenceType", "EditedLicenceType"],
    ...["LicenceTemplate", "TemplateBlock", "TemplateCell", "LicenceDirectoryEntry"],
    ...["LicenceIssuerKey", "EditedIssuerKey"],
    ...["TrustList", "TrustedIssuer", "LicenceMapping", "TrustDraft"],
    ...["VerifiedLicence", "LicenceVerification"],
    ...["WalletDevice", "ShownLicence", "LicenceNotShown", "LicenceCodeRefused"],
    ...["LicenceCopy", "LicenceCopyVerifier", "LicenceCopyUse", "UsedLicenceCopy", "LicenceCopyRefused"],
    ...["RecognisedLicence", "ForeignLicenceNotUsed"],
    ...["PresentationNotRead", "PresentationNotRequested"],
  ],
  messages: [
    ...[LICENCE_MESSAGES, ISSUER_KEY_MESSAGES, TRUST_MESSAGES, WALLET_MESSAGES, COPY_MESSAGES],
    ...[RECOGNITION_MESSAGES, OPENID_MESSAGES],
  ],
  settings: LICENCE_SETTINGS,
  fieldWords: { ...LICENCE_FIELDS, ...WALLET_FIELDS },
  events: { ...LICENCE_EVENTS, ...WALLET_EVENTS, ...COPY_EVENTS },
  // A partner's tries in its sandbox are not logged.
  inApi: {
    needs: { data: [], secrets: ["licencePeers"], signsForAuthorities: true },
    lines: [
      {
        metric: "WrongEndingCount",
        message: "a wrong end was stated of a licence",
        alarm: {
          name: "WrongEndings",
          means: "the numbers of licences' holders are guessed at, of many licences",
          from: 50,
        },
      },
      {
        metric: "GuessedLicenceCount",
        message: "a licence hears no more ends",
        alarm: {
          name: "GuessedLicences",
          means: "the number of a licence's holder is guessed at",
          from: 3,
        },
      },
      {
        metric: "RefusedLicenceCodeCount",
        message: "a code of a licence was refused",
        alarm: {
          name: "RefusedLicenceCodes",
          means: "codes that licences were shown by are tried again, or too late",
          from: 20,
        },
      },
      {
        metric: "UnansweredPeerCount",
        message: "platform of another region: no answer",
        alarm: {
          name: "PeersUnanswered",
          means: "a platform of another region does not answer",
          from: 3,
        },
      },
      {
        metric: "DoubtedPeerCount",
        message: "platform of another region: wrong answer",
        alarm: {
          name: "PeersDoubted",
          means: "a platform of another region answers otherwise than was agreed",
          from: 1,
        },
      },
      {
        metric: "VerifiedLicenceCount",
        message: "a licence was verified",
        alarm: {
          name: "VerificationBursts",
          means: "more licences are verified, and told of, than counters do",
          from: 3_000,
        },
      },
    ],
  },
  endpoints: [
    {
      name: "wallet-call",
      routes: [
        { method: "POST", path: "/openid/{mode}/{call}" },
        { method: "GET", path: "/.well-known/openid-credential-issuer/openid/{mode}" },
        { method: "GET", path: "/.well-known/oauth-authorization-server/openid/{mode}" },
      ],
      isAtSite: true,
      does: "what wallets ask for by OpenID for Verifiable Credentials",
      admits:
        "A wallet is known by the codes and tokens that it has, each for one licence, once and for minutes; its documents are for everybody.",
      timeoutSeconds: 10,
      memoryMb: 1_024,
      needs: {
        data: [
          { does: "read", in: ["registry", "records"] },
          { does: "write", in: ["records"] },
        ],
        derivesKeys: true,
        signsForAuthorities: true,
        choices: ["siteOrigin"],
      },
      alarms: [
        {
          name: "WalletCallFaults",
          means: "calls of wallets are not answered",
          on: "fault",
          metric: "WalletCallFaultCount",
        },
        {
          name: "WalletCallErrors",
          means: "the function for wallets crashes or times out",
          on: "crash",
        },
      ],
    },
  ],
  schedules: [
    {
      name: "publish-documents",
      does: "publishes the status lists of licences, and who signs them",
      logs: "published documents",
      everyMinutes: 2,
      timeoutSeconds: 100,
      memoryMb: 1_024,
      needs: {
        data: [
          { does: "find", in: ["records"], by: "index1" },
          { does: "read", in: ["registry"] },
        ],
        derivesKeys: true,
        choices: ["siteOrigin"],
        publishesDocuments: true,
      },
      alarms: [
        {
          name: "DocumentsUnpublished",
          means:
            "documents that everybody may read were not made anew: verifiers soon know no licence's status",
          on: "number",
          metric: "UnpublishedDocumentCount",
          field: "unpublished",
          from: 1,
          isRaisedBySilence: true,
        },
      ],
    },
    {
      name: "take-licence-changes",
      does: "asks registers for their licences",
      logs: "licences of registers",
      everyMinutes: 5,
      timeoutSeconds: 150,
      // A register may take its time, and the rows of its answer theirs.
      reserveSeconds: 45,
      memoryMb: 512,
      needs: {
        data: [
          { does: "read", in: ["registry", "records"] },
          { does: "write", in: ["records"] },
        ],
        derivesKeys: true,
        secrets: ["licenceRegisters"],
      },
      alarms: [
        {
          name: "MissedLicenceChanges",
          means: "the changes of registers are not taken",
          on: "missed calls",
        },
        {
          name: "RegistersUnanswered",
          means: "a register of licences did not answer, or not as was agreed",
          on: "number",
          metric: "UnansweredRegisterCount",
          field: "unanswered",
          from: 1,
        },
        {
          name: "RefusedRegisterChanges",
          means: "licences that a register states were refused",
          on: "number",
          metric: "RefusedRegisterChangeCount",
          field: "refused",
          from: 1,
          isLiveOnly: true,
        },
      ],
    },
  ],
} as const satisfies Service;
