import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NotFoundPage } from "../shared/frame/other-pages.tsx";
import { type Text, useTexts } from "../shared/texts/text.ts";

const HOME: Text = { zh: "回到控制台首页", en: "Go to the console's front page" };

export function NoSuchPage(): ReactNode {
  const { say } = useTexts();
  return (
    <NotFoundPage>
      <Link className="link-target" to="/console">
        {say(HOME)}
      </Link>
    </NotFoundPage>
  );
}
