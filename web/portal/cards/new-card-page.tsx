import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTransitRegionsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { CARD_KINDS } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToCards } from "./back-to-card.tsx";

const REGIONS = graphql(`
  query PortalTransitRegions {
    me {
      id
      transitEntitlements {
        kind
        held
        region {
          code
        }
      }
    }
    transitRegions {
      code
      name
    }
  }
`);

const ISSUE = graphql(`
  mutation PortalIssueCard($key: ID!, $region: RegionCode!, $kind: TransitCardKind!) {
    issueTransitCard(idempotencyKey: $key, input: { region: $region, kind: $kind }) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "领一张电子交通卡", en: "Get a transit card" },
  text: {
    zh: "免费，马上可用：充值后出示手机上的乘车码就能坐地铁、公交。余额记在您名下，卡丢不了。每人每个城市一张普通卡。",
    en: "It is free and there at once. Put money on it, and ride by the code on your phone. The money is on record as yours. Everyone has one standard card in a city.",
  },
  proof: {
    zh: "学生卡、老年卡等优待卡要先凭证件在营业网点登记资格，登记后在这里领；网点发的实体卡在这里绑定。",
    en: "Student, senior and other cards need an entitlement: show your proof at a window, then get the card here. One that you were handed there is added here.",
  },
  bind: { zh: "绑定手里的实体卡", en: "Add a card that you were given" },
  kind: { zh: "卡种", en: "Kind of card" },
  entitlements: { zh: "谁可以享受乘车优待", en: "Who rides free or for less" },
  region: { zh: "乘车城市", en: "City" },
  none: { zh: "这里还没有开通公共交通服务。", en: "There is no transit here yet." },
  get: { zh: "领卡", en: "Get the card" },
  getting: { zh: "正在领卡…", en: "Getting it…" },
} satisfies Record<string, Text>;

export function NewCardPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(REGIONS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me, transitRegions }, errors) => {
          const trouble = troubleAt(errors, ["transitRegions"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const held = me?.transitEntitlements?.filter((each) => each.held) ?? [];
          return <Order regions={transitRegions ?? []} held={held} />;
        }}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

type Regions = NonNullable<PortalTransitRegionsQuery["transitRegions"]>;
type Held = NonNullable<NonNullable<PortalTransitRegionsQuery["me"]>["transitEntitlements"]>;

type OrderProps = { readonly regions: Regions; readonly held: Held };

function Order({ regions, held }: OrderProps): ReactNode {
  const { say } = useTexts();
  const [first] = regions;
  const [region = first?.code, choose] = useState<string>();
  const [wanted, want] = useState<string>();
  const there = held.filter((each) => !each.region || each.region.code === region);
  const kinds = [...new Set(["STANDARD" as const, ...there.map((each) => each.kind)])];
  const kind = kinds.find((each) => each === wanted) ?? "STANDARD";
  if (!region) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part stack">
      <p>{say(TEXTS.text)}</p>
      {regions.length === 1 ? (
        <Facts of={[[say(TEXTS.region), first?.name]]} />
      ) : (
        <Field id="region" label={say(TEXTS.region)}>
          {(marks) => (
            <select {...marks} value={region} onChange={(event) => choose(event.target.value)}>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {kinds.length > 1 && (
        <Choice
          id="kind"
          label={say(TEXTS.kind)}
          value={kind}
          options={kinds.map((value) => ({ value, text: say(CARD_KINDS[value]) }))}
          choose={want}
        />
      )}
      <Getting key={`${region} ${kind}`} region={region} kind={kind} />
      <p className="soft">{say(TEXTS.proof)}</p>
      <Link className="link-target" to="/cards/entitlements">
        {say(TEXTS.entitlements)}
      </Link>
      <Link className="link-target" to="/cards/bind">
        {say(TEXTS.bind)}
      </Link>
    </section>
  );
}

type GettingProps = { readonly region: string; readonly kind: Held[number]["kind"] };

/** A card of another city or kind is another card, ordered under a key of its own. */
function Getting({ region, kind }: GettingProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const key = useIdempotencyKey(`new-card:${region}:${kind}`);
  const { send, isSending, failure } = useAct(ISSUE);
  const order = async (): Promise<void> => {
    const ended = await send({ key: key.keyFor(`${region} ${kind}`), region, kind });
    if (ended?.kind !== "done") return;
    key.forget();
    const { result } = ended;
    if (result.__typename === "TransitCard")
      await navigate({ to: "/cards/$card", params: { card: result.id }, replace: true });
  };
  return (
    <>
      <FailureNotice failure={failure} again={order} isSending={isSending} />
      <button className="button" type="button" onClick={order} aria-disabled={isSending}>
        {say(isSending ? TEXTS.getting : TEXTS.get)}
      </button>
    </>
  );
}
