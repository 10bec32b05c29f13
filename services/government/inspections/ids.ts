export type InspectionPlanId = `ipl_${string}`;
