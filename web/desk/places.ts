import type { LinkProps } from "@tanstack/react-router";
import type { Role } from "../shared/generated/graphql.ts";
import type { Text } from "../shared/texts/text.ts";
import type { DeskOfficer } from "./use-officer.ts";

/** A place of the desk that has a line in the navigation. */
export type Place = {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly text: Text;
  /** One sentence for the front page: what is done there. */
  readonly about: Text;
  /** Drawn on a field of 24 by 24. */
  readonly picture: string;
  /** Officers of any of these have something to do there; the schema says who may do what. */
  readonly roles: readonly Role[];
};

/** Those who take the steps of cases. */
const OF_STEPS = [
  "ACCEPTOR",
  "REVIEWER",
  "INSPECTOR",
  "DECIDER",
  "ISSUER",
] as const satisfies readonly Role[];

/** In the order in which they are shown. A place is a line here. */
const PLACES: readonly Place[] = [
  {
    to: "/desk/queue",
    text: { zh: "待办", en: "Work queue" },
    about: {
      zh: "查看辖区内等待办理的环节，领取下一件。",
      en: "See what waits in your jurisdiction, and take the next one on.",
    },
    picture: "M4 5h16v3H4zm0 5h16v3H4zm0 5h10v3H4z",
    roles: [...OF_STEPS, "SUPERVISOR"],
  },
  {
    to: "/desk/search",
    text: { zh: "查找案件", en: "Find a case" },
    about: {
      zh: "按办件编号、姓名或统一社会信用代码查找。",
      en: "By its number, by a name, or by an enterprise's credit code.",
    },
    picture:
      "M10 3a7 7 0 1 0 4.3 12.5l5 5 1.6-1.6-5-5A7 7 0 0 0 10 3zm0 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z",
    roles: [...OF_STEPS, "SUPERVISOR", "AUDITOR"],
  },
];

/** The places at which an officer has something to do. */
export const placesOf = (officer: DeskOfficer | undefined): readonly Place[] =>
  PLACES.filter(({ roles }) => roles.some((role) => officer?.roles.includes(role)));
