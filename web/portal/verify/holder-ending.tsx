import { type FormEvent, type ReactNode, useState } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalVerifyHolderQuery } from "../../shared/generated/graphql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const DETAILS = graphql(`
  query PortalVerifyHolder($identifier: ID!, $holderEnding: String!) {
    verifyLicence(identifier: $identifier, holderEnding: $holderEnding) {
      details {
        issuer {
          department {
            name {
              zh
              en
            }
          }
        }
        issuedOn
        validUntil
        fields {
          field
          label {
            zh
            en
          }
          value {
            zh
            en
          }
        }
      }
    }
  }
`);

type Details = NonNullable<NonNullable<PortalVerifyHolderQuery["verifyLicence"]>["details"]>;

const TEXTS = {
  title: { zh: "核对持证人", en: "See whether it is theirs" },
  about: {
    zh: "请出示人告诉您证件号码的最后 6 位。一致的，显示证照的最少内容；持证人会看到有人核验过。",
    en: "Ask for the last six characters of the holder's number. Where they fit, the least of what the licence says is shown; its holder reads that it was verified.",
  },
  label: { zh: "持证人号码的最后 6 位", en: "Last six characters of the holder's number" },
  hint: {
    zh: "个人为居民身份证号码，企业为统一社会信用代码；字母不分大小写",
    en: "Of a person's identity number, or of an enterprise's credit code; letters in either case",
  },
  wrong: { zh: "请填写 6 位数字或字母", en: "Write six digits or letters" },
  check: { zh: "核对", en: "Check it" },
  checking: { zh: "正在核对…", en: "Checking…" },
  refused: { zh: "没有核对上", en: "They do not fit, or were not looked at" },
  refusedText: {
    zh: "这 6 位与持证人不符，或者这个证照在一小时内已有 5 次不符：那样的话，这一小时内不再核对，请稍后再试。持证人会得知。",
    en: "They are not the end of the holder's number; or five wrong ones were stated of this licence within an hour: then none is looked at until the hour is over, so try again later. Its holder is told.",
  },
  confirmed: { zh: "核对一致", en: "They fit: it is the holder's number" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  issuedOn: { zh: "颁发日期", en: "Issued on" },
  validUntil: { zh: "有效期至", en: "Valid until" },
  always: { zh: "长期有效", en: "Always valid" },
} satisfies Record<string, Text>;

const FIELD = "holder-ending";
const ENDING_LENGTH = 6;
const ENDING = /^[0-9A-Za-z]{6}$/;

type Came =
  | { readonly kind: "confirmed"; readonly details: Details }
  | { readonly kind: "refused" }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** The end of the holder's number, by which the least of what the licence says is told. It is sent once, as it is wished. */
export function HolderEnding({ identifier }: { readonly identifier: string }): ReactNode {
  const { say } = useTexts();
  const [value, change] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [came, setCame] = useState<Came>();
  const ending = value.trim();
  const problem = isWrong && !ENDING.test(ending) ? say(TEXTS.wrong) : undefined;
  async function check(): Promise<void> {
    if (isAsking) return;
    setWrong(!ENDING.test(ending));
    setCame(undefined);
    if (!ENDING.test(ending)) return;
    setAsking(true);
    const answer = await ask(DETAILS, { identifier, holderEnding: ending });
    setAsking(false);
    const trouble = answer.ok ? troubleAt(answer.errors, ["verifyLicence"]) : answer.trouble;
    if (trouble) return setCame({ kind: "trouble", trouble });
    const details = answer.ok ? answer.data.verifyLicence?.details : undefined;
    setCame(details ? { kind: "confirmed", details } : { kind: "refused" });
  }
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {came?.kind === "confirmed" && <Confirmed of={came.details} />}
      {came?.kind === "refused" && (
        <Notice tone="bad" title={say(TEXTS.refused)} isNews>
          <p>{say(TEXTS.refusedText)}</p>
        </Notice>
      )}
      {came?.kind === "trouble" && (
        <TroubleNotice trouble={came.trouble} again={() => void check()} isAsking={isAsking} />
      )}
      {came?.kind !== "confirmed" && (
        <form
          className="form"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void check();
          }}
        >
          <p className="soft">{say(TEXTS.about)}</p>
          <ErrorSummary problems={problem ? [{ field: FIELD, text: problem }] : []} />
          <TextField
            {...{ id: FIELD, problem, of: { value, change }, maxLength: ENDING_LENGTH }}
            label={say(TEXTS.label)}
            hint={say(TEXTS.hint)}
          />
          <div>
            <button className="button" type="submit" aria-disabled={isAsking}>
              {say(isAsking ? TEXTS.checking : TEXTS.check)}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Confirmed({ of: { issuer, issuedOn, validUntil, fields } }: { readonly of: Details }): ReactNode {
  const { say, language } = useTexts();
  return (
    <Told title={say(TEXTS.confirmed)}>
      <Facts
        of={[
          [say(TEXTS.issuer), say(issuer.department.name)],
          [say(TEXTS.issuedOn), day(issuedOn, language)],
          [say(TEXTS.validUntil), validUntil === null ? say(TEXTS.always) : day(validUntil, language)],
          ...fields.map(({ label, value }) => [say(label), say(value)] as const),
        ]}
      />
    </Told>
  );
}
