export { closedFor, countWrong, type GuessPorts, hearGuess, type TooManyGuesses } from "./hear-guess.ts";
