import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter, textsOf } from "../../shared/frame/search-texts.ts";
import { root } from "./root.ts";

const licenceTypes = createRoute({
  getParentRoute: () => root,
  path: "/desk/licence-types",
  validateSearch: readAfter,
  component: lazyPage(() => import("../licence-types/licence-types-page.tsx"), "LicenceTypesPage"),
});
// Beside the codes: a type may be called "new".
const newLicenceType = createRoute({
  getParentRoute: () => root,
  path: "/desk/new-licence-type",
  component: lazyPage(() => import("../licence-types/edit-licence-type-page.tsx"), "NewLicenceTypePage"),
});
const licenceType = createRoute({
  getParentRoute: () => root,
  path: "/desk/licence-types/$code",
  component: lazyPage(() => import("../licence-types/licence-type-page.tsx"), "LicenceTypePage"),
});
const editLicenceType = createRoute({
  getParentRoute: () => root,
  path: "/desk/licence-types/$code/edit",
  component: lazyPage(() => import("../licence-types/edit-licence-type-page.tsx"), "EditLicenceTypePage"),
});

const issuers = createRoute({
  getParentRoute: () => root,
  path: "/desk/issuer-keys",
  validateSearch: readAfter,
  component: lazyPage(() => import("../issuer-keys/issuers-page.tsx"), "IssuersPage"),
});
const issuerKeys = createRoute({
  getParentRoute: () => root,
  path: "/desk/issuer-keys/$issuer",
  /** The mode, and the act whose form is open, with the key that it is about. */
  validateSearch: textsOf("mode", "key", "act"),
  component: lazyPage(() => import("../issuer-keys/issuer-keys-page.tsx"), "IssuerKeysPage"),
});

const trust = createRoute({
  getParentRoute: () => root,
  path: "/desk/trust",
  validateSearch: readAfter,
  component: lazyPage(() => import("../trust/trust-drafts-page.tsx"), "TrustDraftsPage"),
});
const trustList = createRoute({
  getParentRoute: () => root,
  path: "/desk/trust/list",
  /** The version, and where its issuers, its mappings and the versions go on. */
  validateSearch: textsOf("version", "issuers", "mappings", "versions"),
  component: lazyPage(() => import("../trust/trust-list-page.tsx"), "TrustListPage"),
});
const newTrust = createRoute({
  getParentRoute: () => root,
  path: "/desk/new-trust/$kind",
  component: lazyPage(() => import("../trust/edit-trust-page.tsx"), "NewTrustPage"),
});
const trustPart = createRoute({
  getParentRoute: () => root,
  path: "/desk/trust/$kind",
  /** The part's code, which has a dot, as names of files have; and the key that is to be recorded as given away. */
  validateSearch: textsOf("code", "key"),
  component: lazyPage(() => import("../trust/trust-part-page.tsx"), "TrustPartPage"),
});
const editTrust = createRoute({
  getParentRoute: () => root,
  path: "/desk/trust/$kind/edit",
  validateSearch: textsOf("code"),
  component: lazyPage(() => import("../trust/edit-trust-page.tsx"), "EditTrustPage"),
});

/** The pages of editors about licence types, the keys of those who issue their licences, and what other regions issue. */
export const LICENCE_TYPE_ROUTES = [
  ...[licenceTypes, newLicenceType, licenceType, editLicenceType],
  ...[issuers, issuerKeys],
  ...[trust, trustList, newTrust, trustPart, editTrust],
] as const;
