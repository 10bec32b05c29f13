import type { LinkProps } from "@tanstack/react-router";
import type { Text } from "../shared/texts/text.ts";

/** A place of the console that has a line in the navigation. */
export type Place = {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly text: Text;
  /** Drawn on a field of 24 by 24. */
  readonly picture: string;
};

/** In the order in which they are shown. A place is a line here. */
export const PLACES: readonly Place[] = [
  { to: "/console", text: { zh: "首页", en: "Home" }, picture: "M12 3 2 12h3v8h5v-6h4v6h5v-8h3z" },
];
