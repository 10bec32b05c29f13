/** Mutations of officers for which no page of the desk asks, each with why, and what to do instead. */
export const NO_PAGE_OF_DESK = {
  returnPayout:
    "The page of the bank's file books it, in a row whose outcome is `returned` (takeBankAnswers).",
  saveHall:
    "Not built: a hall's hours, queues and windows are one large document. A manager sends it by the API, which is seldom.",
  setBillerProfile:
    "Not built: the schema does not tell an officer a biller's present profile, which a form would have to begin with. By the API.",
  setTransitOperatorProfile:
    "Not built: the schema does not tell an officer an operator's present profile, as with billers. By the API.",
} as const satisfies Readonly<Record<string, string>>;

/** Mutations of citizens for which neither the portal nor the console asks. */
export const NO_PAGE_OF_PORTAL = {
  checkPayoutAccount:
    "To add the same account again asks the bank again, and that is what the page of accounts offers.",
} as const satisfies Readonly<Record<string, string>>;
