import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceToCopyQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { ShareForm } from "./share-form.tsx";
import { SharedCopy } from "./shared-copy.tsx";
import { ToCopies } from "./to-copies.tsx";
import type { Shared } from "./use-share.ts";

const LICENCE = graphql(`
  query PortalLicenceToCopy($id: ID!) {
    node(id: $id) {
      ... on ElectronicLicence {
        id
        number
        status
        validUntil
        type {
          name {
            zh
            en
          }
        }
        fields {
          name
          label {
            zh
            en
          }
          disclosure
        }
      }
    }
  }
`);

type Licence = Extract<NonNullable<PortalLicenceToCopyQuery["node"]>, { id: string }>;

const TEXTS = {
  title: { zh: "分享一份加注件", en: "Share a copy" },
  lead: {
    zh: "对方凭代码在线查看，只看得到您选的内容，上面写明给谁、做什么用。每次使用都有记录，您会收到通知。",
    en: "Whoever you share it with opens it online by a code, and sees what you choose, with whose it is and for what across it. Each use is on record, and you are told.",
  },
  unknown: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
  notNow: { zh: "现在不能分享这个证照", en: "This licence cannot be shared now" },
} satisfies Record<string, Text>;

const route = getRouteApi("/licences/own/$id/share");

/** A copy of a licence, for one verifier and one purpose. Its code is shown here once, and lives in this page alone. */
export function SharePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(LICENCE, { id });
  const [shared, setShared] = useState<Shared>();
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }, errors) => {
          if (!isLicence(node)) return <p className="part">{say(TEXTS.unknown)}</p>;
          if (shared) return <SharedCopy of={shared} name={node.type.name} />;
          const trouble = troubleAt(errors, ["node", "fields"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <ToShare of={node} done={setShared} />;
        }}
      </Answered>
      <p className="buttons">
        <BackToLicence id={id} />
        <ToCopies licence={id} />
      </p>
    </Page>
  );
}

type ToShareProps = { readonly of: Licence; readonly done: (shared: Shared) => void };

function ToShare({ of, done }: ToShareProps): ReactNode {
  const { say } = useTexts();
  const { id, number, status, validUntil, type, fields } = of;
  if (status !== "VALID") {
    return (
      <Notice tone="act" title={say(TEXTS.notNow)}>
        <p>{say(ELECTRONIC_LICENCE_STATUSES[status].text)}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>{say(TEXTS.lead)}</p>
      <p className="strong">
        {say(type.name)} {number}
      </p>
      <ShareForm licence={id} validUntil={validUntil} fields={fields ?? []} done={done} />
    </>
  );
}

const isLicence = (node: object | null | undefined): node is Licence => !!node && "number" in node;
