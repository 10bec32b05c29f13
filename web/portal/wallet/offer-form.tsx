import type { ReactNode } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { refusedField } from "../../shared/ui/problem.ts";
import { OwnNumberForm } from "./own-number-form.tsx";
import type { useOffer } from "./use-offer.ts";

const FIELDS = { name: "wallet-name", idNumber: "wallet-id-number" } as const;

const TEXTS = {
  name: { zh: "钱包名称", en: "Name of the wallet" },
  nameHint: { zh: "您以后凭它认出这个钱包。", en: "By it you know the wallet again." },
  noName: { zh: "请给钱包起个名字", en: "Give the wallet a name" },
  idNumberHint: {
    zh: "18 位。领取后钱包能出示您的证照，所以要核对一次；平台不保存。",
    en: "18 characters. The wallet will show your licence, so it is asked for once; it is not kept.",
  },
  send: { zh: "生成领取码", en: "Make an offer" },
  sending: { zh: "正在生成…", en: "One moment…" },
} satisfies Record<string, Text>;

type OfferFormProps = { readonly licence: string; readonly of: ReturnType<typeof useOffer> };

/** The form by which a licence is offered to a wallet that the reader names. */
export function OfferForm({ licence, of }: OfferFormProps): ReactNode {
  const { offer, ended, failure, isSending, forget } = of;
  const refused = refusedField(ended, ([, field]) =>
    field === "name" || field === "idNumber" ? FIELDS[field] : undefined,
  );
  return (
    <OwnNumberForm
      {...{ fields: FIELDS, texts: TEXTS, name: "", refused, failure, isSending }}
      send={({ name, idNumber }) => {
        forget();
        void offer({
          ...{ licence, name: name.trim() },
          idNumber: idNumber.replaceAll(/\s/g, "").toUpperCase(),
        });
      }}
    />
  );
}
