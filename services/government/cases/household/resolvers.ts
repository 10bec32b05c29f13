import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { materialName, materialOf } from "../../catalogue/index.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { applicantPorts } from "../mandate/applicant-ports.ts";
import { answerHouseholdAsk } from "./answer-household-ask.ts";
import { askHouseholdMember } from "./ask-household-member.ts";
import { findHouseholdAsks } from "./find-household-asks.ts";

const asksOf = async (member: CitizenId, mode: Mode, { database }: Context) => [
  ...(await findHouseholdAsks({ database, mode }, member)),
];

export const householdResolvers: Resolvers = {
  Mutation: {
    askHouseholdMember: async (_, { application, material, member }, context) => {
      const ports = await applicantPorts(context, {});
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const { secrets } = context;
      const asked = await askHouseholdMember({ ...ports.value, secrets }, application, {
        material,
        ...member,
      });
      if (asked.ok) return { __typename: "Application", ...asked.value };
      const { error } = asked;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      if ("state" in error)
        return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
      return { __typename: "NotFound", ...error };
    },
    answerHouseholdAsk: async (_, { application, material, give }, context) => {
      const { database, commit, now, requestId, log } = context;
      const actor = actorAs(context, "CITIZEN");
      const ports = { database, commit, now, requestId, log, actor, mode: actor.mode };
      const answered = await answerHouseholdAsk(ports, { application, material, gives: give });
      if (answered.ok) return { __typename: "HouseholdAsk", ...answered.value };
      const { error } = answered;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "NotFound", ...error };
    },
  },
  Citizen: {
    householdAsks: ({ citizenId, mode }, _, context) => asksOf(citizenId, mode, context),
  },
  Principal: {
    householdAsks: ({ subject, mode, standing }, _, context) =>
      subject.kind === "PERSON" && standing.capacity === "GUARDIAN"
        ? asksOf(subject.citizenId, mode, context)
        : [],
  },
  CaseMaterial: { ask: ({ ask }) => ask ?? null },
  MemberAsk: { answeredAt: ({ answeredAt }) => answeredAt ?? null },
  HouseholdAsk: {
    application: ({ application }) => application.id,
    itemName: ({ item }) => item.name,
    applicantName: async ({ application }, _, { database, actor: { mode } }) =>
      (await findSubjectName({ database, mode }, application.subject)) ?? null,
    material: ({ ask }) => ask.material,
    materialName: ({ item, ask }) => materialName(item, ask.material),
    licenceFields: ({ item, ask }) => [...(materialOf(item, ask.material)?.licenceFields ?? [])],
    state: ({ ask }) => ask.state,
    askedAt: ({ ask }) => ask.askedAt,
    answeredAt: ({ ask }) => ask.answeredAt ?? null,
  },
};
