import type { Scenes } from "../world.ts";
import { ATTENDANCES } from "./attendances.ts";
import { CASES } from "./cases.ts";
import { CATALOGUE } from "./catalogue.ts";
import { CONSENTS_AND_SECRETS, EVENTS } from "./consents.ts";
import { CONVENIENCE } from "./convenience.ts";
import { ELECTRONIC_LICENCES } from "./electronic-licences.ts";
import { ENDING_GUESSES } from "./ending-guesses.ts";
import { ENTERPRISES, PARTNERS } from "./enterprises.ts";
import { SUPERVISION } from "./evaluations.ts";
import { FUND } from "./fund.ts";
import { HALLS } from "./halls.ts";
import { ISSUER_KEYS } from "./issuer-keys.ts";
import { LICENCE_COPIES } from "./licence-copies.ts";
import { LICENCE_OFFERS } from "./licence-offers.ts";
import { LICENCE_RECOGNITION } from "./licence-recognition.ts";
import { LICENCE_REGISTERS } from "./licence-registers.ts";
import { LICENCE_STATUS } from "./licence-status.ts";
import { LICENCE_TYPES } from "./licence-types.ts";
import { LICENCE_WALLET } from "./licence-wallet.ts";
import { LICENCES } from "./licences.ts";
import { OFFICERS } from "./officers.ts";
import { LEDGER, PAYMENTS } from "./payments.ts";
import { PAYOUTS } from "./payouts.ts";
import { REGIONS } from "./regions.ts";
import { REMEDIES } from "./remedies.ts";
import { CHANNEL_SETTLEMENTS, CHARGEBACKS, CLEARING, SETTLEMENTS } from "./settlements.ts";
import { TELEPHONES } from "./telephones.ts";
import { TRUST_LIST } from "./trust-list.ts";

/** Scenes of a city with its items, by the areas of the code: one test file each, so that they run side by side. */
export const OF_PEOPLE: Scenes = {
  ...CONSENTS_AND_SECRETS,
  ...EVENTS,
  ...PARTNERS,
  ...ENTERPRISES,
  ...TELEPHONES,
  ...OFFICERS,
  ...REMEDIES,
  ...LEDGER,
  ...PAYMENTS,
  ...PAYOUTS,
  ...SETTLEMENTS,
  ...CHANNEL_SETTLEMENTS,
  ...CLEARING,
  ...CHARGEBACKS,
  ...CONVENIENCE,
};
export const OF_GOVERNMENT: Scenes = {
  ...CASES,
  ...ATTENDANCES,
  ...REGIONS,
  ...FUND,
  ...HALLS,
  ...CATALOGUE,
  ...SUPERVISION,
  ...LICENCES,
  ...ELECTRONIC_LICENCES,
  ...ENDING_GUESSES,
  ...LICENCE_TYPES,
  ...ISSUER_KEYS,
  ...TRUST_LIST,
  ...LICENCE_STATUS,
  ...LICENCE_REGISTERS,
  ...LICENCE_WALLET,
  ...LICENCE_COPIES,
  ...LICENCE_OFFERS,
  ...LICENCE_RECOGNITION,
};
