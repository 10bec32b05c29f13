import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskPartnerContractsQuery, SettledKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { SETTLED_KINDS } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { CONTRACT, PARTNER_CONTRACTS } from "./contract-operations.ts";
import { ContractPart } from "./contract-part.tsx";
import { OWED_ACCOUNTS } from "./contract-words.ts";
import { ProposeContract } from "./propose-contract.tsx";

const TEXTS = {
  title: { zh: "合作企业的结算合同", en: "A partner's contracts of settlement" },
  partner: { zh: "合作企业", en: "Partner" },
  kind: { zh: "结算身份", en: "Settled with as" },
  owed: { zh: "应付账户", en: "Account of what is owed" },
  through: { zh: "已结算至", en: "Settled through" },
  carried: { zh: "结转余额", en: "Carried forward" },
  negative: { zh: "余额为负起始日", en: "Below nothing since" },
  none: {
    zh: "还没有为这家合作企业提出过合同，款项仍应付给它。",
    en: "No contract was proposed for this partner yet; what comes in stays owed to it.",
  },
  back: { zh: "回到结算合同", en: "Back to the contracts" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/contracts/$kind/$partner");

export function PartnerContractsPage(): ReactNode {
  const { say } = useTexts();
  const params = route.useParams();
  const kind: SettledKind = params.kind === "OPERATOR" ? "OPERATOR" : "BILLER";
  const { partner } = params;
  const { told, tell } = useTold();
  const asked = useOwnAnswer(PARTNER_CONTRACTS, { partner, kind });
  return (
    <Page title={say(TEXTS.title)}>
      {told}
      <Answered asked={asked}>
        {(answer, errors) => {
          const trouble = troubleAt(errors, ["settlementContracts"]) ?? troubleAt(errors, ["settlementBook"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <Contracts partner={partner} kind={kind} of={answer} tell={tell} />;
        }}
      </Answered>
      <ProposeContract partner={partner} kind={kind} tell={tell} />
      <p>
        <Link className="link-target" to="/desk/treasury/contracts" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

type ContractsProps = {
  readonly partner: string;
  readonly kind: SettledKind;
  readonly of: DeskPartnerContractsQuery;
  readonly tell: (done: string) => void;
};

function Contracts({ partner, kind, of, tell }: ContractsProps): ReactNode {
  const { say, language } = useTexts();
  const { settlementBook: book, settlementContracts } = of;
  const contracts = (settlementContracts ?? []).map((one) => readFragment(CONTRACT, one));
  const name = book?.partner?.name ?? contracts[0]?.partnerName;
  const account = `${OWED_ACCOUNTS[kind]}:${partner}`;
  return (
    <>
      <section className="part">
        <Facts
          of={[
            [say(TEXTS.partner), name ?? <code key="partner">{partner}</code>],
            [say(TEXTS.kind), say(SETTLED_KINDS[kind])],
            [say(TEXTS.through), book?.through && day(book.through, language)],
            [say(TEXTS.carried), book && yuan(book.carried)],
            [say(TEXTS.negative), book?.negativeSince && day(book.negativeSince, language)],
            [
              say(TEXTS.owed),
              <Link key="owed" to="/desk/treasury/accounts/$id" params={{ id: account }} search={{}}>
                <code>{account}</code>
              </Link>,
            ],
          ]}
        />
      </section>
      {contracts.length === 0 && <Notice title={say(TEXTS.none)} />}
      {contracts.map((one) => (
        <ContractPart key={one.id} of={one} isInForce={one.id === book?.contract?.id} tell={tell} />
      ))}
    </>
  );
}
