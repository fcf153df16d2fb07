import { frozenPolicy } from "../frozen/frozen-policy.js";
import "./answers.js";

interface Asked {
  readonly plimsollAnswers: (plimsoll: object) => string;
  readonly plimsollMoreAnswers: (rooms: object) => string;
}

// As `set-up.ts` does for the other hosts.
Object.assign(globalThis, { frozenPolicy });

// The script that every host runs puts its functions there.
export const { plimsollAnswers: answers, plimsollMoreAnswers: moreAnswers } = globalThis as unknown as Asked;
