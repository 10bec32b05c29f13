import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicencesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { EnterpriseLicences } from "./enterprise-licences.tsx";
import { LicenceCards, licencesIn } from "./licence-cards.tsx";
import { LicenceSearch } from "./licence-search.tsx";

const LICENCES = graphql(`
  query PortalLicences($after: String) {
    me {
      id
      licences(first: 20, after: $after) {
        edges {
          node {
            ...LicenceCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      principals {
        ref
        name
        capacity
        licences(first: 20) {
          edges {
            node {
              ...LicenceCard
            }
          }
        }
      }
      enterprises {
        ...EnterpriseLicences
      }
    }
  }
`);

type Citizen = NonNullable<PortalLicencesQuery["me"]>;
type Represented = NonNullable<Citizen["principals"]>[number];

const TEXTS = {
  title: { zh: "证照", en: "Licences" },
  own: { zh: "我的证照", en: "Your licences" },
  order: {
    zh: "先到期的在前，已失效的在最后。",
    en: "The one that ends first is on top; those that are over come last.",
  },
  none: {
    zh: "您名下没有电子证照。证照批准后会自动出现在这里，无需领取纸质件。",
    en: "You have no electronic licence. One that is granted comes up here by itself; nobody has to fetch a paper.",
  },
  older: { zh: "更多证照", en: "More licences" },
  devices: { zh: "出示证照的设备", en: "Devices that show your licences" },
  asked: { zh: "家庭成员请您同意使用的证照", en: "What your household asks your licences for" },
  newest: { zh: "回到开头", en: "Back to the first ones" },
  nameless: { zh: "姓名未登记的未成年人", en: "A minor without a name on record" },
} satisfies Record<string, Text>;
const ofWard = (name: string): Text => ({ zh: `${name}的证照`, en: `Licences of ${name}` });

const route = getRouteApi("/licences");

/** The wallet: one's own licences, and those of whom one answers for. */
export function LicencesPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(LICENCES, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const troubleOf = (field: string) => troubleAt(errors, ["me", field]);
          const trouble = troubleOf("licences") ?? troubleOf("principals") ?? troubleOf("enterprises");
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return me && <Wallet of={me} after={after} />;
        }}
      </Answered>
      <LicenceSearch />
    </Page>
  );
}

type WalletProps = { readonly of: Citizen; readonly after: string | undefined };

function Wallet({ of: { licences, principals, enterprises }, after }: WalletProps): ReactNode {
  const { say } = useTexts();
  const own = licencesIn(licences);
  return (
    <>
      <section className="part">
        <h2>{say(TEXTS.own)}</h2>
        {own.length === 0 ? (
          <p className="soft">{say(TEXTS.none)}</p>
        ) : (
          <>
            {own.length > 1 && <p className="soft small">{say(TEXTS.order)}</p>}
            <LicenceCards of={own} />
          </>
        )}
        <Pager
          to="/licences"
          isLater={after !== undefined}
          pageInfo={licences?.pageInfo}
          older={TEXTS.older}
          newest={TEXTS.newest}
        />
        <Link className="link-target" to="/licences/devices">
          {say(TEXTS.devices)}
        </Link>
        <Link className="link-target" to="/licences/asked">
          {say(TEXTS.asked)}
        </Link>
      </section>
      {(principals ?? []).map((ward) => (
        <WardLicences key={ward.ref} of={ward} />
      ))}
      {(enterprises ?? []).length > 0 && <EnterpriseLicences of={enterprises ?? []} />}
    </>
  );
}

/** Of a minor whose guardian the reader is; nothing for others, whose licences an agent does not see. */
function WardLicences({ of: { name, capacity, licences } }: { readonly of: Represented }): ReactNode {
  const { say } = useTexts();
  const held = licencesIn(licences);
  if (capacity !== "GUARDIAN" || held.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(ofWard(name ?? say(TEXTS.nameless)))}</h2>
      <LicenceCards of={held} />
    </section>
  );
}
