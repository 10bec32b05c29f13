import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { placesOf } from "../places.ts";
import { isIn } from "../region-codes.ts";
import { ROLES } from "../role-texts.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";

const TEXTS = {
  title: { zh: "工作台", en: "Desk" },
  roles: { zh: "岗位", en: "Your roles" },
  regions: { zh: "辖区", en: "Your regions" },
  departments: { zh: "部门", en: "Your departments" },
  places: { zh: "可以办的工作", en: "Your work here" },
  none: {
    zh: "您的岗位在工作台上没有可办的工作。岗位有误时，请联系授权的管理员。",
    en: "Your roles have nothing to do at the desk. If they are wrong, turn to whoever appointed you.",
  },
} satisfies Record<string, Text>;

/** The officer, and where they have something to do. */
export function FrontPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => (
          <>
            <Jurisdiction officer={viewer} />
            <Places officer={viewer} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Jurisdiction({ officer }: { readonly officer: DeskOfficer }): ReactNode {
  const { say } = useTexts();
  const list = (names: readonly string[] = []): string => names.join(say(BETWEEN));
  // Those that lie directly in the one that it is come behind it.
  const [broadest, ...others] = officer.regions ?? [];
  const isOne = broadest !== undefined && others.every(({ code }) => isIn(code, broadest.code));
  const regions = isOne ? [broadest] : [broadest, ...others].filter((region) => region !== undefined);
  return (
    <div className="part">
      <Facts
        of={[
          [say(TEXTS.roles), list(officer.roles.map((role) => say(ROLES[role])))],
          [say(TEXTS.regions), list(regions.map(({ name }) => name))],
          [say(TEXTS.departments), list(officer.departments?.map(({ name }) => say(name)))],
        ]}
      />
    </div>
  );
}

function Places({ officer }: { readonly officer: DeskOfficer }): ReactNode {
  const { say } = useTexts();
  const places = placesOf(officer);
  if (places.length === 0) return <p>{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <h2>{say(TEXTS.places)}</h2>
      <ul className="rows">
        {places.map(({ to, text, about }) => (
          <li key={to}>
            <Link className="link-target strong" to={to}>
              {say(text)}
            </Link>
            <p className="soft">{say(about)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
