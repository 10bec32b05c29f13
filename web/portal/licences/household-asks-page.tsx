import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalHouseholdAsksQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { HOUSEHOLD_ASK, OneAsk } from "./one-ask.tsx";

const ASKS = graphql(`
  query PortalHouseholdAsks {
    me {
      id
      householdAsks {
        ...OneHouseholdAsk
      }
      principals {
        ref
        name
        capacity
        householdAsks {
          ...OneHouseholdAsk
        }
      }
    }
  }
`);

type Citizen = NonNullable<PortalHouseholdAsksQuery["me"]>;
type Asks = readonly FragmentType<typeof HOUSEHOLD_ASK>[];

const TEXTS = {
  title: { zh: "家庭成员的询问", en: "What your household asks of you" },
  lead: {
    zh: "家庭成员办事时，可以请您同意用您的电子证照免交一项材料。每次只对那一件申请有效；不认识的人询问，请拒绝。",
    en: "A member of your household can ask whether an electronic licence of yours may stand for a material of their application. A yes is for that one application. Refuse a stranger.",
  },
  own: { zh: "问您的", en: "Asked of you" },
  none: { zh: "没有人请您同意使用证照。", en: "Nobody asks for a licence of yours." },
  nameless: { zh: "姓名未登记的未成年人", en: "a minor without a name on record" },
  back: { zh: "回到证照", en: "Back to the licences" },
} satisfies Record<string, Text>;
const ofChild = (name: string): Text => ({
  zh: `问${name}的（由您作为监护人答复）`,
  en: `Asked of ${name}, for whom you answer as a guardian`,
});

/** All that the reader's licences are asked for, and those of the children whose guardian they are. */
export function HouseholdAsksPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(ASKS, {});
  const { told, tell } = useTold();
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      {told}
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble =
            troubleAt(errors, ["me", "householdAsks"]) ?? troubleAt(errors, ["me", "principals"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return me && <Asked of={me} tell={tell} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/licences">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

type AskedProps = { readonly of: Citizen; readonly tell: (words: string) => void };

function Asked({ of: { householdAsks, principals }, tell }: AskedProps): ReactNode {
  const { say } = useTexts();
  const own = householdAsks ?? [];
  const children = (principals ?? []).filter((one) => (one.householdAsks ?? []).length > 0);
  return (
    <>
      <section className="part">
        <h2>{say(TEXTS.own)}</h2>
        {own.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
        <List of={own} tell={tell} />
      </section>
      {children.map(({ ref, name, householdAsks: asks }) => (
        <section className="part" key={ref}>
          <h2>{say(ofChild(name ?? say(TEXTS.nameless)))}</h2>
          <List of={asks ?? []} tell={tell} />
        </section>
      ))}
    </>
  );
}

type ListProps = { readonly of: Asks; readonly tell: (words: string) => void };

function List({ of, tell }: ListProps): ReactNode {
  return (
    <ul className="rows">
      {of.map((one) => {
        const { application, material } = readFragment(HOUSEHOLD_ASK, one);
        return (
          <li key={`${application} ${material}`} className="stack">
            <OneAsk of={one} tell={tell} />
          </li>
        );
      })}
    </ul>
  );
}
