import "./answers.js";
import * as rooms from "./rooms.js";

export default {
  fetch: () =>
    Response.json({
      answers: JSON.parse(globalThis.plimsollAnswers(rooms.plimsoll)),
      moreAnswers: JSON.parse(globalThis.plimsollMoreAnswers(rooms)),
    }),
};
