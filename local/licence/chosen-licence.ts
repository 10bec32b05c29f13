import { type Answer, type Ask, listOf, nodesOf, recordOf, textOf } from "../callers.ts";
import { SetupProblem } from "../setup-problem.ts";

/** A licence of the demo citizen, as the plays go about with it. */
export type ChosenLicence = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly typeCode: string;
  readonly vct: string;
  readonly region: string;
  readonly issuer: { readonly creditCode: string; readonly name: string };
  readonly issuedOn: string;
  readonly validUntil: string | undefined;
  readonly content: Answer;
  /** The fields that are shown: all but those that are for a need alone. */
  readonly shown: readonly string[];
};

const LICENCES = `{ me { licences(first: 50) { edges { node {
  id number status region issuedOn validUntil content
  issuer { creditCode department { name { en } } }
  type { code typeCode vct name { en } disclosures { field disclosure } }
} } } } }`;

/**
 * The licence that was named, by its number, its type's code or its id; else the first that is valid. Throws SetupProblem
 * where there is none, with those that there are.
 */
export async function chooseLicence(citizen: Ask, wanted: string | undefined): Promise<ChosenLicence> {
  const { me } = await citizen(LICENCES);
  const all = nodesOf(recordOf(me)["licences"]);
  const valid = all.filter(({ status }) => status === "VALID");
  const found = wanted === undefined ? valid[0] : valid.find((one) => namesOf(one).includes(wanted));
  if (found) return licenceOf(found);
  const known = valid.map((one) => namesOf(one).slice(0, 2).join(" or ")).join(", ");
  throw new SetupProblem(
    known === ""
      ? "the demo citizen has no valid licence; `npm run reset` founds the city anew"
      : `the demo citizen has no valid licence ${wanted}; there are ${known}`,
  );
}

const namesOf = ({ id, number, type }: Answer): readonly string[] =>
  [number, recordOf(type)["code"], id].map(textOf);

function licenceOf(node: Answer): ChosenLicence {
  const [type, issuer] = [recordOf(node["type"]), recordOf(node["issuer"])];
  const fields = listOf(type["disclosures"]).filter(({ disclosure }) => disclosure !== "SENSITIVE");
  return {
    ...{ id: textOf(node["id"]), number: textOf(node["number"]), name: englishOf(type["name"]) },
    ...{ typeCode: textOf(type["typeCode"]), vct: textOf(type["vct"]), region: textOf(node["region"]) },
    issuer: {
      creditCode: textOf(issuer["creditCode"]),
      name: englishOf(recordOf(issuer["department"])["name"]),
    },
    ...{ issuedOn: textOf(node["issuedOn"]), validUntil: textOf(node["validUntil"]) || undefined },
    ...{ content: recordOf(node["content"]), shown: fields.map(({ field }) => textOf(field)) },
  };
}

const englishOf = (name: unknown): string => textOf(recordOf(name)["en"]);
