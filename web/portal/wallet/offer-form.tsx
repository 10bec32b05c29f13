import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { refusedField } from "../../shared/ui/problem.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import type { useOffer } from "./use-offer.ts";

const FIELDS = { name: "wallet-name", idNumber: "wallet-id-number" } as const;
const NAME_LENGTH_MAX = 40;
const ID_NUMBER_LENGTH_MAX = 18;

const TEXTS = {
  name: { zh: "钱包名称", en: "Name of the wallet" },
  nameHint: { zh: "您以后凭它认出这个钱包。", en: "By it you know the wallet again." },
  noName: { zh: "请给钱包起个名字", en: "Give the wallet a name" },
  idNumber: { zh: "您的公民身份号码", en: "Your identity number" },
  idNumberHint: {
    zh: "18 位。领取后钱包能出示您的证照，所以要核对一次；平台不保存。",
    en: "18 characters. The wallet will show your licence, so it is asked for once; it is not kept.",
  },
  noIdNumber: { zh: "请填写公民身份号码", en: "Write your identity number" },
  offer: { zh: "生成领取码", en: "Make an offer" },
  offering: { zh: "正在生成…", en: "One moment…" },
} satisfies Record<string, Text>;

type OfferFormProps = { readonly licence: string; readonly of: ReturnType<typeof useOffer> };

/** The name of the wallet and the reader's identity number. The number stays in the page alone, until it is sent. */
export function OfferForm({ licence, of }: OfferFormProps): ReactNode {
  const { say } = useTexts();
  const [name, setName] = useState("");
  const [idNumber, setIdNumber] = useState("");
  const { problems: missing, find } = useProblems();
  const { offer, ended, failure, isSending, forget } = of;
  const refused = refusedField(ended, ([, field]) =>
    field === "name" || field === "idNumber" ? FIELDS[field] : undefined,
  );
  const problems = missing.length > 0 ? missing : refused;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text;
  const send = (): void => {
    const found: readonly FoundProblem[] = [
      ...(name.trim() === "" ? [{ field: FIELDS.name, text: TEXTS.noName }] : []),
      ...(idNumber.trim() === "" ? [{ field: FIELDS.idNumber, text: TEXTS.noIdNumber }] : []),
    ];
    find(found);
    forget();
    if (found.length === 0)
      void offer({ licence, name: name.trim(), idNumber: idNumber.replaceAll(/\s/g, "").toUpperCase() });
  };
  return (
    <form
      className="part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      {problems.length === 0 && <FailureNotice failure={failure} again={send} isSending={isSending} />}
      <TextField
        id={FIELDS.name}
        label={say(TEXTS.name)}
        hint={say(TEXTS.nameHint)}
        maxLength={NAME_LENGTH_MAX}
        problem={problemOf(FIELDS.name)}
        of={{ value: name, change: setName }}
      />
      <TextField
        id={FIELDS.idNumber}
        label={say(TEXTS.idNumber)}
        hint={say(TEXTS.idNumberHint)}
        maxLength={ID_NUMBER_LENGTH_MAX}
        problem={problemOf(FIELDS.idNumber)}
        of={{ value: idNumber, change: setIdNumber }}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.offering : TEXTS.offer)}
      </button>
    </form>
  );
}
