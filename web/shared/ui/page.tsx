import { type ReactNode, useEffect, useRef } from "react";
import { frontEnd } from "../front-end.ts";
import { useTexts } from "../texts/text.ts";

let isBack = false;
let isFirst = true;
globalThis.addEventListener("popstate", () => {
  isBack = true;
});

type PageProps = { readonly title: string; readonly children: ReactNode; readonly isNarrow?: boolean };

/** A page has one heading, which says where the reader has come: it takes the focus, and is the window's title. */
export function Page({ title, children, isNarrow = false }: PageProps): ReactNode {
  const { say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const site = say(frontEnd().title);
  useEffect(() => {
    document.title = `${title} · ${site}`;
  }, [title, site]);
  useEffect(() => {
    // A part to which an address leads has taken the focus before, and keeps it.
    const isTaken = heading.current?.parentElement?.contains(document.activeElement);
    if (!isFirst && !isTaken) heading.current?.focus({ preventScroll: true });
    // A browser that goes back finds the place where the reader was.
    if (!isFirst && !isBack) scrollTo(0, 0);
    isFirst = false;
    isBack = false;
  }, []);
  return (
    <main className={isNarrow ? "page page-narrow" : "page"} id="content">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </main>
  );
}
