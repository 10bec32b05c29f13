import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const TEXTS = {
  licence: { zh: "回到这个证照", en: "Back to this licence" },
  copies: { zh: "这个证照的全部加注件", en: "All copies of this licence" },
} satisfies Record<string, Text>;

type BackProps = { readonly licence: string };

export function BackToLicence({ licence }: BackProps): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/licences/own/$id" params={{ id: licence }} search={{}}>
      {say(TEXTS.licence)}
    </Link>
  );
}

export function ToCopies({ licence }: BackProps): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/licences/own/$id/copies" params={{ id: licence }} search={{}}>
      {say(TEXTS.copies)}
    </Link>
  );
}
