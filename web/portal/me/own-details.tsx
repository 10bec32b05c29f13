import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type GivenError, troubleAt } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const FRAGMENT = graphql(`
  fragment OwnDetails on Citizen {
    id
    name
    maskedIdNumber
    telephone {
      maskedNumber
    }
    payoutAccounts {
      id
      maskedNumber
      bank
    }
  }
`);

const TEXTS = {
  title: { zh: "我的资料", en: "Your details" },
  name: { zh: "姓名", en: "Name" },
  number: { zh: "身份证号码", en: "Identity number" },
  registered: {
    zh: "姓名和身份证号码来自登记机关，有误请到公安机关更正。",
    en: "Name and number come from the register. If they are wrong, the police put them right.",
  },
  telephone: { zh: "手机号码", en: "Telephone" },
  noTelephone: { zh: "还没有验证手机号码", en: "None is proven to be yours yet" },
  change: { zh: "更改手机号码", en: "Change the telephone" },
  accounts: { zh: "收款账户", en: "Accounts that you are paid to" },
  noAccounts: { zh: "还没有收款账户", en: "There is none yet" },
  keep: { zh: "管理收款账户", en: "Add or remove accounts" },
} satisfies Record<string, Text>;

type DetailsProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly errors: readonly GivenError[];
  readonly again: () => void;
};

/** The details that the platform holds of the reader, each with where it is changed. */
export function OwnDetails({ of, errors, again }: DetailsProps): ReactNode {
  const { say } = useTexts();
  const { name, maskedIdNumber, telephone, payoutAccounts } = readFragment(FRAGMENT, of);
  const trouble = troubleAt(errors, ["me", "telephone"]) ?? troubleAt(errors, ["me", "payoutAccounts"]);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {trouble && <TroubleNotice trouble={trouble} again={again} />}
      <Facts
        of={[
          [say(TEXTS.name), name],
          [say(TEXTS.number), maskedIdNumber],
          [
            say(TEXTS.telephone),
            <span key="telephone" className="stack-tight">
              <span>{telephone?.maskedNumber ?? say(TEXTS.noTelephone)}</span>
              <Link className="link-target" to="/me/telephone">
                {say(TEXTS.change)}
              </Link>
            </span>,
          ],
          [
            say(TEXTS.accounts),
            <span key="accounts" className="stack-tight">
              {payoutAccounts?.length === 0 && <span>{say(TEXTS.noAccounts)}</span>}
              {payoutAccounts?.map(({ id, bank, maskedNumber }) => (
                <span key={id}>
                  {bank} {maskedNumber}
                </span>
              ))}
              <Link className="link-target" to="/me/accounts">
                {say(TEXTS.keep)}
              </Link>
            </span>,
          ],
        ]}
      />
      <p className="soft small">{say(TEXTS.registered)}</p>
    </section>
  );
}
