import { useEffect, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalOfferLicenceMutation } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";

const OFFER = graphql(`
  mutation PortalOfferLicence($input: OfferLicenceInput!) {
    offerLicence(input: $input) {
      __typename
      ... on LicenceOffer {
        uri
        transactionCode
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

type Result = NonNullable<PortalOfferLicenceMutation["offerLicence"]>;
type MadeOffer = Extract<Result, { readonly __typename: "LicenceOffer" }>;

/** As the platform has it (schema/licence-openid.graphql). It is counted from before the offer was asked for, so never too long. */
const LIFETIME_MS = 300_000;

/** An offer as it is shown, and its end. It lives in the page alone. */
export type ShownOffer =
  | { readonly kind: "none" | "over" | "hidden" }
  /** `until`: by the clock of this device, in milliseconds. */
  | ({ readonly kind: "shown"; readonly until: number } & Pick<MadeOffer, "uri" | "transactionCode">);

type Wish = { readonly licence: string; readonly name: string; readonly idNumber: string };

/** Offers of a licence to wallets, one after the other. */
export function useOffer() {
  const { send, ended, failure, isSending, forget } = useAct(OFFER);
  const [shown, setShown] = useState<ShownOffer>({ kind: "none" });
  useEffect(() => {
    if (shown.kind !== "shown") return undefined;
    const timer = setTimeout(() => setShown({ kind: "over" }), Math.max(0, shown.until - Date.now()));
    return () => clearTimeout(timer);
  }, [shown]);
  async function offer(input: Wish): Promise<void> {
    const until = Date.now() + LIFETIME_MS;
    const end = await send({ input });
    if (end?.kind !== "done") return;
    const { uri, transactionCode } = end.result;
    setShown({ kind: "shown", until, uri, transactionCode });
    forget();
  }
  const hide = (): void => setShown({ kind: "hidden" });
  return { offer, shown, hide, ended, failure, isSending, forget };
}
