/** "act": the reader's turn; "wait": somebody else's. The text says it, the colour only repeats it. */
export type Tone = "plain" | "good" | "wait" | "act" | "bad";
