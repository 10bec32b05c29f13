import { Link, Outlet, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Frame, PlacePicture } from "../shared/frame/frame.tsx";
import { LockedPage } from "../shared/frame/locked-page.tsx";
import { useSession } from "../shared/sign-in/session.ts";
import { useTexts } from "../shared/texts/text.ts";
import { DESK } from "./desk.ts";
import { placesOf } from "./places.ts";
import { useOfficer } from "./use-officer.ts";

/** A hall's own machine: visitors find nothing there but its one page. */
const KIOSK = "/desk/kiosk/";

/** The frame around every page but a kiosk's; its navigation has the places at which the officer has something to do. */
export function DeskFrame(): ReactNode {
  const { say } = useTexts();
  const { answer } = useOfficer();
  const { pathname } = useLocation();
  const { status } = useSession();
  if (pathname.startsWith(KIOSK))
    return <div className="kiosk">{status === "locked" ? <LockedPage /> : <Outlet />}</div>;
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
