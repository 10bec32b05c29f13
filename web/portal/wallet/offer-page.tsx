import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceToOfferQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { NotShowable } from "./not-showable.tsx";
import { OfferForm } from "./offer-form.tsx";
import { ShownOffer } from "./shown-offer.tsx";
import { useOffer } from "./use-offer.ts";
import { DEVICES_MAX } from "./use-this-device.ts";
import { WalletFull } from "./wallet-full.tsx";

const LICENCE = graphql(`
  query PortalLicenceToOffer($id: ID!) {
    node(id: $id) {
      ... on ElectronicLicence {
        id
        number
        status
        type {
          name {
            zh
            en
          }
        }
      }
    }
    me {
      id
      walletDevices {
        id
        revokedAt
      }
    }
  }
`);

type Licence = Extract<NonNullable<PortalLicenceToOfferQuery["node"]>, { readonly id: string }>;

const TEXTS = {
  title: { zh: "存入其他钱包", en: "Put it in another wallet" },
  lead: {
    zh: "支持 OpenID4VCI 的钱包可以领取这份证照。该钱包会成为您出示证照的设备之一，您会收到通知，随时可以解除。",
    en: "A wallet that knows OpenID4VCI can fetch this licence. It becomes one of the devices that show your licences: you are told of it, and can revoke it at any time.",
  },
  over: { zh: "领取码已过期", en: "The offer is over" },
  overText: {
    zh: "钱包还没有领取的，请重新生成。",
    en: "If your wallet has not fetched it, make another one.",
  },
  hide: { zh: "收起", en: "Take it off the screen" },
} satisfies Record<string, Text>;

const route = getRouteApi("/licences/own/$id/wallet");

/** Offers a licence to a wallet of another maker, once, for five minutes. */
export function OfferPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(LICENCE, { id });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>{(data) => <OneLicence of={data} />}</Answered>
      <p>
        <BackToLicence id={id} />
      </p>
    </Page>
  );
}

function OneLicence({ of: { node, me } }: { readonly of: PortalLicenceToOfferQuery }): ReactNode {
  if (!isLicence(node)) return <NotShowable of={{ why: "unknown" }} />;
  if (node.status !== "VALID") return <NotShowable of={{ why: node.status }} />;
  const bound = (me?.walletDevices ?? []).filter(({ revokedAt }) => revokedAt === null);
  return <Offers licence={node} isFull={bound.length >= DEVICES_MAX} />;
}

const isLicence = (node: object | null | undefined): node is Licence => !!node && "number" in node;

type OffersProps = {
  readonly licence: Licence;
  /** No wallet more can be bound. */
  readonly isFull: boolean;
};

function Offers({ licence, isFull }: OffersProps): ReactNode {
  const { say } = useTexts();
  const offers = useOffer();
  const { shown, hide } = offers;
  if (shown.kind === "shown")
    return (
      <section className="part stack ride">
        <p className="strong">
          {say(licence.type.name)} {licence.number}
        </p>
        <ShownOffer of={shown} />
        <div className="buttons">
          <button className="button button-plain" type="button" onClick={hide}>
            {say(TEXTS.hide)}
          </button>
        </div>
      </section>
    );
  return (
    <>
      <p>{say(TEXTS.lead)}</p>
      {shown.kind === "over" && (
        <Notice tone="act" title={say(TEXTS.over)} isNews>
          <p>{say(TEXTS.overText)}</p>
        </Notice>
      )}
      {isFull ? <WalletFull /> : <OfferForm licence={licence.id} of={offers} />}
    </>
  );
}
