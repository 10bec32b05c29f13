import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTransitRegionsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToCards } from "./back-to-card.tsx";

const REGIONS = graphql(`
  query PortalTransitRegions {
    transitRegions {
      code
      name
    }
  }
`);

const ISSUE = graphql(`
  mutation PortalIssueCard($key: ID!, $region: RegionCode!) {
    issueTransitCard(idempotencyKey: $key, input: { region: $region }) {
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
    zh: "免费，马上可用：充值后出示手机上的乘车码就能坐地铁、公交。余额记在您名下，卡丢不了。",
    en: "It is free and there at once. Put money on it, and ride by the code on your phone. The money is on record as yours.",
  },
  proof: {
    zh: "学生卡和老年卡要凭证件在营业网点办理，拿到后在这里绑定。",
    en: "Student and senior cards need proof and are handed out at a counter; then add them here.",
  },
  bind: { zh: "绑定手里的实体卡", en: "Add a card that you were given" },
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
        {({ transitRegions }, errors) => {
          const trouble = troubleAt(errors, ["transitRegions"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <Order regions={transitRegions ?? []} />;
        }}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

type Regions = NonNullable<PortalTransitRegionsQuery["transitRegions"]>;

function Order({ regions }: { readonly regions: Regions }): ReactNode {
  const { say } = useTexts();
  const [first] = regions;
  const [region = first?.code, choose] = useState<string>();
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
      <Getting key={region} region={region} />
      <p className="soft">{say(TEXTS.proof)}</p>
      <Link className="link-target" to="/cards/bind">
        {say(TEXTS.bind)}
      </Link>
    </section>
  );
}

/** A card of another city is another card, ordered under a key of its own. */
function Getting({ region }: { readonly region: string }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const key = useIdempotencyKey(`new-card:${region}`);
  const { send, isSending, failure } = useAct(ISSUE);
  const order = async (): Promise<void> => {
    const ended = await send({ key: key.keyFor(region), region });
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
