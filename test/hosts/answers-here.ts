import "./answers.js";

interface Asked {
  readonly plimsollAnswers: (plimsoll: object) => string;
  readonly plimsollMoreAnswers: (rooms: object) => string;
}

// The script that every host runs puts its functions there.
export const { plimsollAnswers: answers, plimsollMoreAnswers: moreAnswers } = globalThis as unknown as Asked;
