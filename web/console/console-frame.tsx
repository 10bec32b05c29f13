import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Frame, PlacePicture } from "../shared/frame/frame.tsx";
import { useTexts } from "../shared/texts/text.ts";
import { CONSOLE } from "./console.ts";
import { PLACES } from "./places.ts";

/** The frame around every page. */
export function ConsoleFrame(): ReactNode {
  const { say } = useTexts();
  const brand = (
    <Link className="brand" to="/console">
      {say(CONSOLE.title)}
    </Link>
  );
  const places = PLACES.map(({ to, text, picture }) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === "/console" }}>
        <PlacePicture path={picture} />
        {say(text)}
      </Link>
    </li>
  ));
  return <Frame brand={brand} places={places} />;
}
