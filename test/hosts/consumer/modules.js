import "./answers.js";
import * as rooms from "./rooms.js";

console.log(
  JSON.stringify({
    answers: JSON.parse(globalThis.plimsollAnswers(rooms.plimsoll)),
    moreAnswers: JSON.parse(globalThis.plimsollMoreAnswers(rooms)),
  }),
);
