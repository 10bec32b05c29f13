/** Why nothing is known of what a call came to. */
export type CallFailure =
  | "TIMED_OUT"
  | "CONNECTION_LOST"
  /** The other side failed (5xx) or has too much to do (429). */
  | "CHANNEL_FAULT"
  /** It failed so often that it is left alone for a while. */
  | "CIRCUIT_OPEN"
  /** The answer is not signed by the other side, or answers something else, or cannot be read. */
  | "NOT_AUTHENTIC"
  /** It did not accept the call as such (4xx): keys, clock or protocol are wrong on one of the two sides. */
  | "CALL_REFUSED";

/** Why a message counts for nothing. */
export type NotSigned = {
  readonly code:
    | "NOT_SIGNED"
    /** By a key that is not the other side's, or about other bytes. */
    | "WRONG_SIGNATURE"
    /** Signed for another purpose, or for somebody else. */
    | "MEANT_FOR_ANOTHER"
    /** Signed, but not what the protocol says. */
    | "UNREADABLE";
};
