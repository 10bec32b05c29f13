import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter, textsOf } from "../../shared/frame/search-texts.ts";
import { FrontPage } from "../front/front-page.tsx";
import { root } from "./root.ts";

/** Every page but the first is a file of its own, which a browser loads as it comes to it. */
const front = createRoute({ getParentRoute: () => root, path: "/", component: FrontPage });

const signedIn = createRoute({
  getParentRoute: () => root,
  path: "/signed-in",
  component: lazyPage(() => import("../../shared/frame/signed-in-page.tsx"), "SignedInPage"),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: "/messages",
  validateSearch: readAfter,
  component: lazyPage(() => import("../messages/messages-page.tsx"), "MessagesPage"),
});

const me = createRoute({
  getParentRoute: () => root,
  path: "/me",
  component: lazyPage(() => import("../me/me-page.tsx"), "MePage"),
});

const telephone = createRoute({
  getParentRoute: () => root,
  path: "/me/telephone",
  component: lazyPage(() => import("../me/telephone-page.tsx"), "TelephonePage"),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/me/accounts",
  component: lazyPage(() => import("../me/accounts-page.tsx"), "AccountsPage"),
});

const licences = createRoute({
  getParentRoute: () => root,
  path: "/licences",
  validateSearch: readAfter,
  component: lazyPage(() => import("../licences/licences-page.tsx"), "LicencesPage"),
});

const licence = createRoute({
  getParentRoute: () => root,
  path: "/licences/$number",
  component: lazyPage(() => import("../licences/licence-page.tsx"), "LicencePage"),
});

const ownLicence = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id",
  validateSearch: readAfter,
  component: lazyPage(() => import("../licences/own-licence-page.tsx"), "OwnLicencePage"),
});

const householdAsks = createRoute({
  getParentRoute: () => root,
  path: "/licences/asked",
  component: lazyPage(() => import("../licences/household-asks-page.tsx"), "HouseholdAsksPage"),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  component: lazyPage(() => import("../verify/verify-page.tsx"), "VerifyPage"),
});

const onlinePages = () => import("../wallet/online-pages.ts");

const licenceCode = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id/code",
  component: lazyPage(onlinePages, "CodePage"),
});

const licenceOffline = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id/offline",
  component: lazyPage(() => import("../wallet/offline-page.tsx"), "OfflinePage", true),
});

const offerLicence = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id/wallet",
  component: lazyPage(onlinePages, "OfferPage"),
});

const walletDevices = createRoute({
  getParentRoute: () => root,
  path: "/licences/devices",
  component: lazyPage(onlinePages, "DevicesPage"),
});

const bindDevice = createRoute({
  getParentRoute: () => root,
  path: "/licences/devices/bind",
  /** The licence that was to be shown, and that it was to a counter that is offline. */
  validateSearch: textsOf("licence", "offline"),
  component: lazyPage(onlinePages, "BindPage"),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: "/privacy",
  component: lazyPage(() => import("../privacy/privacy-page.tsx"), "PrivacyPage"),
});

const consent = createRoute({
  getParentRoute: () => root,
  path: "/consent",
  component: lazyPage(() => import("../privacy/consent-page.tsx"), "ConsentPage"),
});

const readings = createRoute({
  getParentRoute: () => root,
  path: "/privacy/readings",
  validateSearch: readAfter,
  component: lazyPage(() => import("../privacy/readings-page.tsx"), "ReadingsPage"),
});

const acting = createRoute({
  getParentRoute: () => root,
  path: "/acting",
  component: lazyPage(() => import("../acting/acting-page.tsx"), "ActingPage"),
});

const giveAuthority = createRoute({
  getParentRoute: () => root,
  path: "/acting/give",
  component: lazyPage(() => import("../acting/give-page.tsx"), "GivePage"),
});

const ward = createRoute({
  getParentRoute: () => root,
  path: "/acting/for/$ref",
  component: lazyPage(() => import("../acting/ward-page.tsx"), "WardPage"),
});

/** Pages of oneself: the first one, one's details, licences, and all that concerns one's data. */
export const OWN_ROUTES = [
  ...[front, signedIn, messages, me, telephone, accounts, licences, licence, ownLicence],
  ...[householdAsks, licenceCode, licenceOffline, offerLicence, walletDevices, bindDevice],
  ...[verify, privacy, consent, readings, acting, giveAuthority, ward],
] as const;
