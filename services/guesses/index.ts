export { countBefore, type GuessPorts, type TooManyGuesses, takeBack } from "./count-guesses.ts";
