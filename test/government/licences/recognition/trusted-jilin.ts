import {
  ELECTRICIAN,
  FITTER,
  mapType,
  openBeijing,
  startTwoRegions,
  trustJilin,
  WELDER,
} from "./two-regions.ts";

/** The addresses of Jilin's platform at which ours asks. */
export const STATUSES = /\/documents\/licences\/status\/live\/\d+$/;
export const ISSUERS = /\/documents\/licences\/issuers\/live$/;
export const API = /\/graphql$/;

/** Two regions, of which Beijing trusts Jilin's office, and takes its electrician's licence for its own. */
export async function startTrusting() {
  const two = await startTwoRegions();
  await trustJilin(two);
  await mapType(two, ELECTRICIAN);
  return { two, beijing: openBeijing(two) };
}

/** The same, where two more of Jilin's types stand for that in part, and not at all. */
export async function startTrustingInPart() {
  const both = await startTrusting();
  await mapType(both.two, WELDER, "PARTIAL");
  await mapType(both.two, FITTER, "NONE");
  return both;
}
