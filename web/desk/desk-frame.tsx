import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Frame, PlacePicture } from "../shared/frame/frame.tsx";
import { useTexts } from "../shared/texts/text.ts";
import { DESK } from "./desk.ts";
import { placesOf } from "./places.ts";
import { useOfficer } from "./use-officer.ts";

/** The frame around every page; its navigation has the places at which the officer has something to do. */
export function DeskFrame(): ReactNode {
  const { say } = useTexts();
  const { answer } = useOfficer();
  const officer = answer?.ok ? answer.data.viewer : undefined;
  const brand = (
    <Link className="brand" to="/desk">
      {say(DESK.title)}
    </Link>
  );
  const places = placesOf(officer).map(({ to, text, picture }) => (
    <li key={to}>
      <Link to={to}>
        <PlacePicture path={picture} />
        {say(text)}
      </Link>
    </li>
  ));
  return (
    <Frame brand={brand} places={places}>
      {officer?.name && <span className="top-name">{officer.name}</span>}
    </Frame>
  );
}
