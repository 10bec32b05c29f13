import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NotFoundPage } from "../shared/frame/other-pages.tsx";
import { type Text, useTexts } from "../shared/texts/text.ts";

const HOME: Text = { zh: "回到工作台首页", en: "Go to the desk's front page" };

export function NoSuchPage(): ReactNode {
  const { say } = useTexts();
  return (
    <NotFoundPage>
      <Link className="link-target" to="/desk">
        {say(HOME)}
      </Link>
    </NotFoundPage>
  );
}
