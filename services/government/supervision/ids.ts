export type EvaluationId = `evl_${string}`;
