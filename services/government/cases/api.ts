import type { ServiceApi } from "../../api/service.ts";
import { applicantResolvers } from "./applicant/resolvers.ts";
import { deskResolvers } from "./desk/resolvers.ts";
import { CASE_WORDS } from "./enum-words.ts";
import { householdResolvers } from "./household/resolvers.ts";
import { decidedResolvers } from "./lists/decided-resolvers.ts";
import { queueResolvers } from "./lists/desk-resolvers.ts";
import { searchResolvers } from "./lists/search-resolvers.ts";
import { applicationSubjectResolvers } from "./lists/subject-resolvers.ts";
import { materialResolvers } from "./materials/resolvers.ts";
import { noteResolvers } from "./notes/resolvers.ts";
import { applicationNodes, applicationResolvers } from "./resolvers.ts";
import { reviewResolvers } from "./ruling/resolvers.ts";
import { siteInspectionResolvers } from "./site-inspection/resolvers.ts";
import { windowResolvers } from "./window/resolvers.ts";

export const casesApi: ServiceApi = {
  enumWords: CASE_WORDS,
  resolvers: [
    applicationResolvers,
    noteResolvers,
    materialResolvers,
    householdResolvers,
    deskResolvers,
    queueResolvers,
    decidedResolvers,
    searchResolvers,
    reviewResolvers,
    applicationSubjectResolvers,
    applicantResolvers,
    windowResolvers,
    siteInspectionResolvers,
  ],
  nodes: applicationNodes,
};
