export { countBefore, type GuessPorts, type TooManyGuesses, takeBack } from "./count-attempt.ts";
