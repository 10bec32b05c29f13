import { createRoute } from "@tanstack/react-router";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readAfter } from "../../shared/frame/search-texts.ts";
import { root } from "./root.ts";

const ownPages = () => import("../copies/own-pages.ts");

const shareLicence = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id/share",
  component: lazyPage(ownPages, "SharePage"),
});

const licenceCopies = createRoute({
  getParentRoute: () => root,
  path: "/licences/own/$id/copies",
  validateSearch: readAfter,
  component: lazyPage(ownPages, "CopiesPage"),
});

const licenceCopy = createRoute({
  getParentRoute: () => root,
  path: "/licences/copies/$id",
  validateSearch: readAfter,
  component: lazyPage(ownPages, "CopyPage"),
});

const useCopy = createRoute({
  getParentRoute: () => root,
  path: "/copy",
  component: lazyPage(() => import("../copies/use-copy-page.tsx"), "UseCopyPage"),
});

/** Pages of copies for one purpose: those of their holder, and the one of whoever was given a code. */
export const COPY_ROUTES = [shareLicence, licenceCopies, licenceCopy, useCopy] as const;
