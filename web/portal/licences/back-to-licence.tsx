import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const BACK: Text = { zh: "回到这个证照", en: "Back to this licence" };

/** The way out of a page about an electronic licence of the reader's. */
export function BackToLicence({ id }: { readonly id: string }): ReactNode {
  const { say } = useTexts();
  return (
    <Link className="link-target" to="/licences/own/$id" params={{ id }} search={{}}>
      {say(BACK)}
    </Link>
  );
}
