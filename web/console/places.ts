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
  {
    ...{ to: "/console/apply", text: { zh: "申请合作", en: "Apply" } },
    picture: "M6 2h9l4 4v16H6zm8 1.5v4h4zM11 17h2v-3h3v-2h-3V9h-2v3H8v2h3z",
  },
  {
    ...{ to: "/console/docs", text: { zh: "怎样调用", en: "How to call" } },
    picture: "M9 7 4 12l5 5 1.5-1.5L7 12l3.500-3.500zm6 0 5 5-5 5-1.5-1.5L17 12l-3.500-3.500z",
  },
];
