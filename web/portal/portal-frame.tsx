import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Frame, PlacePicture } from "../shared/frame/frame.tsx";
import { useTexts } from "../shared/texts/text.ts";
import { PORTAL } from "./portal.ts";

/** Each with its picture, drawn on a field of 24 by 24. */
const PLACES = [
  { to: "/", text: { zh: "首页", en: "Home" }, picture: "M12 3 2 12h3v8h5v-6h4v6h5v-8h3z" },
  {
    to: "/services",
    text: { zh: "办事", en: "Services" },
    picture: "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z",
  },
  {
    to: "/bills",
    text: { zh: "缴费", en: "Bills" },
    picture: "M6 2h12v20l-3-2-3 2-3-2-3 2zm3 5v2h6V7zm0 4v2h6v-2z",
  },
  {
    to: "/cases",
    text: { zh: "办件", en: "Cases" },
    picture: "M3 5h6l2 2h10v12H3zm4 7v2h10v-2z",
  },
  {
    to: "/me",
    text: { zh: "我的", en: "Me" },
    picture: "M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM3 21c0-5 4-7.5 9-7.5s9 2.5 9 7.5z",
  },
] as const;

/** The frame around every page. */
export function PortalFrame(): ReactNode {
  const { say } = useTexts();
  const brand = (
    <Link className="brand" to="/">
      {say(PORTAL.title)}
    </Link>
  );
  const places = PLACES.map(({ to, text, picture }) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === "/" }}>
        <PlacePicture path={picture} />
        {say(text)}
      </Link>
    </li>
  ));
  return <Frame brand={brand} places={places} />;
}
