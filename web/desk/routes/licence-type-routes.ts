import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter } from "../../shared/frame/search-texts.ts";
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

/** The pages of editors about licence types. */
export const LICENCE_TYPE_ROUTES = [licenceTypes, newLicenceType, licenceType, editLicenceType] as const;
