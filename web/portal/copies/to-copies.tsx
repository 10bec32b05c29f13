import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const COPIES: Text = { zh: "这个证照的全部加注件", en: "All copies of this licence" };

export function ToCopies({ licence }: { readonly licence: string }): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/licences/own/$id/copies" params={{ id: licence }} search={{}}>
      {say(COPIES)}
    </Link>
  );
}
