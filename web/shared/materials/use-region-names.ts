import { regionsAround } from "../format/regions.ts";
import { graphql } from "../generated/gql.ts";
import { useAnswer } from "../graphql/use-answer.ts";

const PROVINCES = graphql(`
  query Provinces {
    regions {
      code
      name
    }
  }
`);

/** The name of a region: of a province its own, of what lies in one the province's and the code. */
export function useRegionNames(): (code: string) => string {
  const { answer } = useAnswer(PROVINCES, {});
  const provinces = (answer?.ok && answer.data.regions) || [];
  return (code) => {
    const province = regionsAround(code)[2];
    const name = provinces.find((one) => one.code === province)?.name;
    if (name === undefined) return code;
    return code === province ? name : `${name} ${code}`;
  };
}
