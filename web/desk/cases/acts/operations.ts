import type { FragmentType } from "../../../shared/generated/fragment-masking.ts";
import { graphql } from "../../../shared/generated/gql.ts";

/** The acts of officers on a case. Each is answered by the case, or by the refusal in its place. */

export const HANDLED = graphql(`
  fragment Handled on HandlingResult {
    __typename
    ... on Refusal {
      message
    }
    ... on InvalidInput {
      path
    }
  }
`);

export type Handled = { readonly result?: FragmentType<typeof HANDLED> | null };

export const CLAIM = graphql(`
  mutation DeskClaim($id: ID!, $step: ID!) {
    result: claimStep(id: $id, step: $step) {
      ...Handled
    }
  }
`);

export const RELEASE = graphql(`
  mutation DeskRelease($id: ID!, $step: ID!) {
    result: releaseStep(id: $id, step: $step) {
      ...Handled
    }
  }
`);

export const REASSIGN = graphql(`
  mutation DeskReassign($id: ID!, $step: ID!, $to: ID, $reason: String!) {
    result: reassignStep(id: $id, step: $step, to: $to, reason: $reason) {
      ...Handled
    }
  }
`);

export const ACCEPT = graphql(`
  mutation DeskAccept($id: ID!) {
    result: acceptApplication(id: $id) {
      ...Handled
    }
  }
`);

export const REQUEST_CORRECTION = graphql(`
  mutation DeskRequestCorrection($id: ID!, $input: CorrectionInput!) {
    result: requestCorrection(id: $id, input: $input) {
      ...Handled
    }
  }
`);

export const FINISH_STEP = graphql(`
  mutation DeskFinishStep($id: ID!, $step: ID!, $opinion: String!) {
    result: finishStep(id: $id, step: $step, opinion: $opinion) {
      ...Handled
    }
  }
`);

export const APPROVE = graphql(`
  mutation DeskApprove($id: ID!, $reason: String!) {
    result: approveApplication(id: $id, reason: $reason) {
      ...Handled
    }
  }
`);

export const REJECT = graphql(`
  mutation DeskReject($id: ID!, $reason: String!, $ground: LegalBasisInput!) {
    result: rejectApplication(id: $id, reason: $reason, ground: $ground) {
      ...Handled
    }
  }
`);

export const TRANSFER = graphql(`
  mutation DeskTransfer($id: ID!, $department: String!, $region: RegionCode!, $reason: String!) {
    result: transferApplication(id: $id, department: $department, region: $region, reason: $reason) {
      ...Handled
    }
  }
`);

export const PAUSE = graphql(`
  mutation DeskPause($id: ID!, $reason: PauseReason!, $note: String!, $until: Date!) {
    result: pauseApplication(id: $id, reason: $reason, note: $note, until: $until) {
      ...Handled
    }
  }
`);

export const RESUME = graphql(`
  mutation DeskResume($id: ID!) {
    result: resumeApplication(id: $id) {
      ...Handled
    }
  }
`);

export const EXTEND = graphql(`
  mutation DeskExtend($id: ID!, $days: Int!, $reason: String!, $approvedBy: String!) {
    result: extendApplication(id: $id, workingDays: $days, reason: $reason, approvedBy: $approvedBy) {
      ...Handled
    }
  }
`);

export const DELIVER = graphql(`
  mutation DeskDeliver($id: ID!, $note: String!) {
    result: deliverApplication(id: $id, note: $note) {
      ...Handled
    }
  }
`);

export const REVOKE = graphql(`
  mutation DeskRevoke($id: ID!, $reason: String!, $ground: LegalBasisInput!) {
    result: revokeApplication(id: $id, reason: $reason, ground: $ground) {
      ...Handled
    }
  }
`);

export const ANSWER_APPEAL = graphql(`
  mutation DeskAnswerAppeal($id: ID!, $outcome: AppealOutcome!, $answer: String!) {
    result: answerAppeal(id: $id, outcome: $outcome, answer: $answer) {
      ...Handled
    }
  }
`);

export const ANSWER_COMPLAINT = graphql(`
  mutation DeskAnswerComplaint($id: ID!, $answer: String!) {
    result: answerComplaint(id: $id, answer: $answer) {
      ...Handled
    }
  }
`);

export const APPOINT_INSPECTORS = graphql(`
  mutation DeskAppointInspectors($id: ID!, $step: ID!, $inspectors: [ID!]!) {
    result: appointInspectors(id: $id, step: $step, inspectors: $inspectors) {
      ...Handled
    }
  }
`);

export const RECORD_FINDINGS = graphql(`
  mutation DeskRecordFindings($id: ID!, $findings: [FindingInput!]!) {
    result: recordFindings(id: $id, findings: $findings) {
      ...Handled
    }
  }
`);

export const SIGN_REPORT = graphql(`
  mutation DeskSignReport($id: ID!) {
    result: signInspection(id: $id) {
      ...Handled
    }
  }
`);

export const ORDER_REINSPECTION = graphql(`
  mutation DeskOrderReinspection($id: ID!, $note: String!) {
    result: orderReinspection(id: $id, note: $note) {
      ...Handled
    }
  }
`);
