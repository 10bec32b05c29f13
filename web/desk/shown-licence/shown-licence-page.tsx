import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isCode, readCode } from "../../shared/format/secret-code.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskRedeemLicenceCodeMutation } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, focusOn } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { ShownLicence } from "./shown-licence.tsx";

const REDEEM = graphql(`
  mutation DeskRedeemLicenceCode($code: String!) {
    done: redeemLicenceCode(code: $code) {
      __typename
      ... on Refusal {
        message
      }
      ... on ShownLicence {
        ...DeskShownLicence
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "读取证照码", en: "Read a licence's code" },
  about: {
    zh: "持证人在手机上出示的证照码只能读取一次，60 秒内有效。读取会记录在案，持证人会得知。",
    en: "A code that a holder shows on the phone is read once, within 60 seconds. The reading goes on record, and the holder is told.",
  },
  label: { zh: "证照码", en: "Code" },
  hint: {
    zh: "26 位字母和数字。光标放在这里扫描，或照着输入。",
    en: "26 letters and digits. Put the cursor here and scan it, or type it in.",
  },
  wrong: { zh: "证照码是 26 位字母和数字", en: "A code has 26 letters and digits" },
  read: { zh: "读取", en: "Read it" },
  reading: { zh: "正在读取…", en: "Reading…" },
  next: { zh: "收起，读取下一个", en: "Put it away, and read the next one" },
} satisfies Record<string, Text>;

const FIELD = "licence-code";
/** A scanner may write a space or two around it. */
const TYPED_LENGTH_MAX = 40;

type Shown = Extract<
  NonNullable<DeskRedeemLicenceCodeMutation["done"]>,
  { readonly __typename: "ShownLicence" }
>;

/** A clerk reads what a holder shows by a code. It is on this page until it is put away, and nowhere else. */
export function ShownLicencePage(): ReactNode {
  const { say } = useTexts();
  const [shown, setShown] = useState<Shown>();
  // The field is there for the next one, without a hand on the mouse.
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current && shown === undefined) focusOn(FIELD);
  }, [shown]);
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      {shown ? (
        <>
          <ShownLicence of={shown} />
          <div>
            <button
              className="button"
              type="button"
              onClick={() => {
                isBack.current = true;
                setShown(undefined);
              }}
            >
              {say(TEXTS.next)}
            </button>
          </div>
        </>
      ) : (
        <CodeForm show={setShown} />
      )}
    </Page>
  );
}

function CodeForm({ show }: { readonly show: (shown: Shown) => void }): ReactNode {
  const { say } = useTexts();
  const [value, change] = useState("");
  const [isWrong, setWrong] = useState(false);
  const { send, again, isSending, failure, forget } = useAct(REDEEM, (result) => {
    if (result.__typename === "ShownLicence") show(result);
  });
  const code = readCode(value);
  const problem = isWrong && !isCode(code) ? say(TEXTS.wrong) : undefined;
  async function read(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    forget();
    setWrong(!isCode(code));
    if (!isCode(code)) return;
    const ended = await send({ code });
    // One that was refused is good for nothing any more; one whose answer was lost may be.
    if (ended?.kind === "refused") {
      change("");
      setWrong(false);
      focusOn(FIELD);
    }
  }
  return (
    <form className="part form" noValidate onSubmit={(event) => void read(event)}>
      <ErrorSummary problems={problem ? [{ field: FIELD, text: problem }] : []} />
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <TextField
        {...{ id: FIELD, problem, of: { value, change }, maxLength: TYPED_LENGTH_MAX }}
        label={say(TEXTS.label)}
        hint={say(TEXTS.hint)}
      />
      <div>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.reading : TEXTS.read)}
        </button>
      </div>
    </form>
  );
}
